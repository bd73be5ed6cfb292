//! Learns how far probabilities of names can be trusted: the rising line nearest to what articles kept back show.

/// Points of the line at most.
const POINTS: usize = 12;

/// The line through the probabilities of found names and whether each is right: groups of equal size in the order of
/// the probability, neighbours joined while the share of right ones falls (Ayer and others 1955).
pub fn line(mut found: Vec<(f32, bool)>) -> Vec<(f32, f32)> {
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let size = found.len().div_ceil(POINTS).max(1);
    // Sum of probabilities, right ones, all.
    let mut groups: Vec<(f32, f32, f32)> = Vec::new();
    for chunk in found.chunks(size) {
        let right = chunk.iter().filter(|f| f.1).count() as f32;
        let mut group = (chunk.iter().map(|f| f.0).sum::<f32>(), right, chunk.len() as f32);
        while let Some(last) = groups.pop_if(|l| l.1 / l.2 >= group.1 / group.2) {
            group = (group.0 + last.0, group.1 + last.1, group.2 + last.2);
        }
        groups.push(group);
    }
    groups.into_iter().map(|(sum, right, all)| (sum / all, right / all)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_line_rises() {
        let found = (0..600).map(|n| (n as f32 / 600.0, n % 7 < n / 100)).collect();
        let line = line(found);
        assert!(line.len() > 3 && line.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 < w[1].1), "{line:?}");
    }
}
