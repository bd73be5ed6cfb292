//! Media: the outlet, occasion or addressee that the text gives beside a cue.

use super::context::{Class, Context};
use super::{Draft, Medium};
use crate::lexicon::occasions;
use crate::mention::Kind;
use crate::model::hash;
use std::ops::Range;

/// The longest phrase taken, in tokens.
const LONGEST: usize = 9;
/// It is looked for so many tokens around the cue.
const REACH: usize = 24;

/// The medium of a quote: "في تصريح لـ«الشرق الأوسط»", "عبر حسابه في تويتر", "لوكالة رويترز".
pub fn find(context: &Context, draft: &Draft, source: Option<&Range<usize>>) -> Option<Medium> {
    let sentence = context.sentence_tokens(draft.cue);
    let outside = |j: usize| !draft.content.contains(&j);
    let near = sentence.start.max(draft.cue.saturating_sub(REACH))..sentence.end.min(draft.cue + REACH);
    for i in near.clone().filter(|&i| outside(i) && opens(context, i)) {
        let head = i + 1;
        let folded = context.doc.fold(head);
        let bare = folded.strip_prefix("ال").unwrap_or(folded);
        if outside(head) && (occasions::contains(context.word(head)) || occasions::contains(hash(bare))) {
            return Some(phrase(context, draft, head));
        }
    }
    // The addressee: a body or outlet behind ل right after the source or the cue.
    let from = source.map_or(draft.cue + 1, |s| s.end.max(draft.cue + 1));
    (from..near.end.min(from + 3)).filter(|&i| outside(i)).find_map(|i| {
        let mention = context.mention_at(i)?;
        let cut = mention.start > context.doc.tokens[i].start as usize && context.doc.fold(i).starts_with('ل');
        let alone = i > 0 && context.doc.fold(i - 1) == "ل";
        (mention.kind == Kind::Organization && mention.tokens.start == i && (cut || alone)).then(|| Medium {
            span: mention.start..mention.end,
            name: context.doc.text[mention.start..mention.end].to_owned(),
        })
    })
}

/// Whether token `i` opens an occasion: في, خلال, عبر and their like.
fn opens(context: &Context, i: usize) -> bool {
    let folded = context.doc.fold(i);
    let bare = folded.strip_prefix('و').filter(|b| b.len() > 2).unwrap_or(folded);
    matches!(bare, "في" | "خلال" | "عبر" | "اثناء" | "عقب" | "علي" | "ضمن")
}

/// The phrase from its head to the next comma, "that", cue or content, with the name of the outlet in it if it has one.
fn phrase(context: &Context, draft: &Draft, head: usize) -> Medium {
    let sentence_end = context.sentence_tokens(head).end;
    let ends = |&j: &usize| {
        draft.content.contains(&j)
            || j == draft.cue
            || context.is_that(j)
            || context.cue_score[j] > 0.5
            || matches!(
                context.class(j),
                Class::Comma | Class::Stop | Class::Colon | Class::Dash | Class::Semicolon | Class::Relative
            )
    };
    let end = (head + 1..sentence_end.min(head + LONGEST)).find(ends).unwrap_or(sentence_end.min(head + LONGEST));
    let tokens = head..context.last_solid(head..end.max(head + 1)) + 1;
    let outlet = tokens.clone().find_map(|j| {
        let mention = context.mention_at(j)?;
        (mention.kind == Kind::Organization && mention.tokens.end <= tokens.end).then_some(mention.start..mention.end)
    });
    let span = context.doc.bytes(&tokens);
    let name = context.doc.text[outlet.unwrap_or_else(|| span.clone())].to_owned();
    Medium { span, name }
}
