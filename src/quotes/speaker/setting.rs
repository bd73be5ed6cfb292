//! What stands around the cue of a quote, the same for all candidates for its speaker.

use super::{zone_after, zone_before};
use crate::lexicon::cues::Form;
use crate::quotes::Draft;
use crate::quotes::context::{Class, Context};
use std::ops::Range;

/// Person and gender that a cue's form shows: 0 unknown, 1 masculine singular, 2 feminine, 3 plural, 4 first person.
pub(in crate::quotes) fn agreement(context: &Context, cue: usize) -> u32 {
    let Some(found) = context.cue[cue] else { return 0 };
    let folded = context.doc.fold(cue);
    let bare = folded.strip_prefix(['و', 'ف']).filter(|b| b.len() > 4).unwrap_or(folded);
    let bare = bare.strip_prefix('س').filter(|b| b.len() > 6).unwrap_or(bare);
    match found.form {
        Form::Past if bare.ends_with("وا") => 3,
        Form::Past if bare.ends_with("نا") => 4,
        Form::Past if bare.ends_with('ت') => 2,
        Form::Past => 1,
        Form::Present if bare.ends_with("ون") || bare.ends_with("وا") => 3,
        Form::Present if bare.starts_with('ت') => 2,
        Form::Present if bare.starts_with('ن') || bare.starts_with('ا') => 4,
        Form::Present => 1,
        Form::Participle if bare.ends_with("ين") || bare.ends_with("ون") => 3,
        Form::Participle if bare.ends_with('ه') => 2,
        Form::Participle => 1,
        Form::Noun | Form::Particle if bare.ends_with("ها") => 6,
        Form::Noun | Form::Particle if bare.ends_with("هم") => 7,
        Form::Noun | Form::Particle if bare.ends_with('ه') => 5,
        Form::Noun | Form::Particle => 0,
    }
}

/// What stays the same for all candidates of one quote.
pub struct Setting {
    pub(super) form: u32,
    pub(super) agreement: u32,
    pub(super) lemma: u32,
    pub(super) next: u32,
    pub(super) after: Range<usize>,
    pub(super) before: Range<usize>,
    pub(super) direction: u32,
    /// What stands right behind the cue, coarsely.
    pub(super) beside: u32,
    /// Which kinds of names stand in the zones.
    pub(super) names_after: u32,
    pub(super) names_before: u32,
    /// The head of the phrase beside the cue.
    pub(super) phrase_head: u32,
    pub(super) heads: Vec<u32>,
    /// What the noun beside the cue stands for.
    pub(super) noun: u32,
}

impl Setting {
    /// Looks around the cue of `draft` once.
    pub fn new(context: &Context, draft: &Draft) -> Self {
        let (after, before) = (zone_after(context, draft), zone_before(context, draft));
        let heads: Vec<u32> = after.clone().take(4).map(|i| context.head(i)).collect();
        Setting {
            names_after: context.kinds_in(&after),
            names_before: context.kinds_in(&before),
            form: context.cue[draft.cue].map_or(
                match context.class(draft.cue) {
                    Class::Colon => 7,
                    Class::Open => 8,
                    _ => 0,
                },
                |c| 1 + c.form as u32,
            ),
            agreement: agreement(context, draft.cue),
            lemma: context.stem(draft.cue),
            next: context.class(draft.cue + 1) as u32,
            direction: u32::from(draft.before),
            beside: if after.is_empty() { 0 } else { 1 + context.class(after.start) as u32 },
            phrase_head: heads.first().copied().unwrap_or(0),
            noun: if after.is_empty() { 20 } else { context.noun(after.start) as u32 },
            heads,
            after,
            before,
        }
    }
}
