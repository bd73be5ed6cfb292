//! The tokens between a cue and its content, counted by class.

use crate::quotes::context::{Class, Context};
use std::ops::Range;

/// What stands between a cue and a possible start of content: how many of each, at most four.
#[derive(Default)]
pub(super) struct Between {
    pub thats: u32,
    pub commas: u32,
    pub marks: u32,
    pub names: u32,
    pub stops: u32,
    pub colons: u32,
    pub cues: u32,
    pub plain: u32,
    /// Verbs that report at the head of a clause of their own.
    pub verbs: u32,
}

impl Between {
    /// Counts in one pass; a "that", mark or colon right before the start counts as its opening and not here.
    pub fn new(context: &Context, tokens: Range<usize>, start: usize) -> Self {
        let mut all = Between::default();
        let mut last = tokens.start.checked_sub(1).map_or(0, |j| context.mention[j]);
        let opening = start.wrapping_sub(1);
        for ((j, &class), &mention) in
            tokens.clone().zip(&context.class[tokens.clone()]).zip(&context.mention[tokens.clone()])
        {
            let inner = u32::from(j != opening);
            match class {
                Class::An | Class::In | Class::BiAn | Class::FaIn | Class::AnPronoun => all.thats += inner,
                Class::Open | Class::Close | Class::Stray => all.marks += inner,
                Class::Colon => all.colons += inner,
                Class::Comma => all.commas += 1,
                Class::Stop => all.stops += 1,
                Class::Word | Class::Definite | Class::Cue => all.plain += 1,
                _ => {}
            }
            all.names += u32::from(mention != 0 && mention != last);
            all.cues += u32::from(context.cue_score[j] > 0.5);
            all.verbs += u32::from(context.cue_score[j] > 0.3 && context.heads_clause(j));
            last = mention;
        }
        let Between { thats, commas, marks, names, stops, colons, cues, plain, verbs } = &mut all;
        for count in [thats, commas, marks, names, stops, colons, cues, plain, verbs] {
            *count = (*count).min(4);
        }
        all
    }
}
