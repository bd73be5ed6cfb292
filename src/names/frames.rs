//! Names in quotation marks and brackets: what stands before the opening mark says what they are, as in فيلم «…».

use super::features::Atoms;
use crate::segment::Document;
use crate::source::is_quotation_mark;
use std::ops::Range;

/// Marks around a token.
#[derive(Clone, Copy, Default)]
pub struct Frame {
    /// One for quotation marks, two for brackets, zero for none.
    pub kind: u32,
    /// How many tokens back the last word before the opening mark stands; zero for none.
    pub lead: u32,
    /// The place of the token within the marks, from one.
    pub place: u32,
    /// The number of tokens within.
    pub length: u32,
}

/// The longest run of tokens between marks that is taken for one thing.
const LONGEST: usize = 12;
/// How many marks in a row are looked over for the word beside them.
pub const MARKS: usize = 3;

/// Notes the frames of a sentence; of two around a token the shorter one counts.
pub fn note(doc: &Document, sentence: &Range<usize>, atoms: &mut [Atoms]) {
    let (mut quote, mut bracket) = (None, None);
    for i in sentence.clone() {
        if !atoms[i].is_mark {
            continue;
        }
        let c = doc.surface(i).chars().next().unwrap_or(' ');
        // Marks that open and close look alike often enough to go by turns.
        let (kind, open) = match c {
            '(' | '[' => {
                bracket = Some(i);
                continue;
            }
            ')' | ']' => (2, bracket.take()),
            c if is_quotation_mark(c) && quote.is_none() => {
                quote = Some(i);
                continue;
            }
            c if is_quotation_mark(c) => (1, quote.take()),
            _ => continue,
        };
        let Some(open) = open else { continue };
        let length = i - open - 1;
        if length > LONGEST {
            continue;
        }
        let lead = (sentence.start..open).rev().take(MARKS).find(|&j| !atoms[j].is_mark);
        for (place, j) in (open + 1..i).enumerate() {
            let frame = &mut atoms[j].frame;
            if frame.kind == 0 || frame.length as usize > length {
                let lead = lead.map_or(0, |l| j - l) as u32;
                *frame = Frame { kind, lead, place: place as u32 + 1, length: length as u32 };
            }
        }
    }
}
