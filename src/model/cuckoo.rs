//! Cuckoo hashing (Pagh and Rodler 2004): every row is in one of two slots, so that looking it up takes no loop.

/// A row that moves others this often goes in a circle: at the filling of these tables, chains are short.
const MOST_MOVES: usize = 500;

/// Lays rows into two halves of `half` slots each; `None` where one finds no place.
///
/// `slot` gives the place of a row in the first half (0) or the second (1), counted from the start of that half. Slots
/// start as `free`, of which `is_free` holds, as it does of no row.
pub fn place<R: Copy>(
    rows: &[R],
    half: usize,
    free: R,
    is_free: impl Fn(&R) -> bool,
    slot: impl Fn(&R, usize) -> usize,
) -> Option<Vec<R>> {
    let mut slots = vec![free; 2 * half];
    for &row in rows {
        let (mut moving, mut side, mut moves) = (row, 0, 0);
        while !is_free(&moving) {
            moves += 1;
            if moves > MOST_MOVES {
                return None;
            }
            let at = side * half + slot(&moving, side);
            std::mem::swap(&mut moving, &mut slots[at]);
            side = 1 - side;
        }
    }
    Some(slots)
}
