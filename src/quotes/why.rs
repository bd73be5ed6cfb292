//! Reasons: a short, stable code for how cue, boundaries and speaker of a quote were decided.

use super::context::{Class, Context};
use super::{Draft, Speaker, Via};
use crate::lexicon::cues::Form;

/// The codes of one quote: cue, start, end, speaker.
pub fn codes(context: &Context, draft: &Draft, speaker: &Speaker) -> Vec<&'static str> {
    let cue = match (context.class(draft.cue), context.cue[draft.cue]) {
        (Class::Colon, _) => "cue-colon",
        (Class::Open, _) => "cue-mark",
        (_, Some(found)) => match found.form {
            Form::Past | Form::Present => "cue-verb",
            Form::Participle => "cue-participle",
            Form::Noun => "cue-noun",
            Form::Particle => "cue-preposition",
        },
        (_, None) => "cue-context",
    };
    let before = draft.content.start.checked_sub(1).map(|j| context.class(j));
    let start = match before {
        _ if draft.before => "start-before-cue",
        Some(Class::Open) => "start-mark",
        Some(Class::Colon) => "start-colon",
        Some(_) if context.is_that(draft.content.start - 1) => "start-that",
        _ => "start-phrase",
    };
    let end = match context.class(draft.content.end) {
        Class::Close | Class::Stray => "end-mark",
        Class::Stop | Class::None => "end-sentence",
        Class::Comma | Class::Semicolon | Class::Dash => "end-comma",
        _ if draft.content.end >= context.sentence_tokens(draft.content.end - 1).end => "end-sentence",
        _ if context.cue_score.get(draft.content.end).is_some_and(|&s| s > 0.5) => "end-cue",
        _ => "end-clause",
    };
    let who = match speaker.via {
        Via::Named => "speaker-beside-cue",
        Via::Pronoun => "speaker-pronoun",
        Via::Elided => "speaker-elided",
        Via::Role => "speaker-role",
        Via::None => "speaker-none",
    };
    vec![cue, start, end, who]
}
