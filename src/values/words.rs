//! The document as the value stage reads it: every token with what the lexicon knows of it, looked up once.

use crate::lexicon::contexts::{self, Context};
use crate::lexicon::times::{self, Count, Modifier, Role, Unit, Word};
use crate::segment::{Document, TokenKind};

/// A token.
#[derive(Clone, Copy, Default)]
pub struct Cell {
    /// What its stem may mean.
    pub word: Option<&'static Word>,
    /// Folded bytes of proclitics before the stem and its article.
    pub cut: u8,
    /// Whether و or ف stands before it.
    pub conjunction: bool,
    /// Whether ب, ل or ك stands before it.
    pub preposition: bool,
    /// Whether it has the article.
    pub article: bool,
    /// Whether it is nothing but the article, written apart from the digits it belongs to.
    pub bare_article: bool,
}

/// Looks one folded word up, whole first, then with ever more proclitics cut.
fn cell(folded: &str) -> Cell {
    if contexts::is(folded, Context::Lookalike) {
        return Cell::default();
    }
    let mut rest = folded;
    let (mut conjunction, mut preposition) = (false, false);
    loop {
        let cut = (folded.len() - rest.len()) as u8;
        let found = |word, article| Cell { word, cut, conjunction, preposition, article, bare_article: word.is_none() };
        // لالاحد is written للاحد; without the ل before it لاحد is another word.
        let short = rest.starts_with('ل') && !preposition;
        if let Some(word) = times::word(rest).filter(|w| !short || !matches!(w.role, Some(Role::Weekday(_)))) {
            return found(Some(word), rest.starts_with("ال") && matches!(word.role, Some(Role::Weekday(_))));
        }
        let stem = rest
            .strip_prefix("ال")
            .or_else(|| rest.strip_prefix('ل').filter(|_| preposition && folded[..cut as usize].ends_with('ل')));
        if let Some(stem) = stem {
            if stem.is_empty() {
                return found(None, true);
            }
            if let Some(word) = times::word(stem) {
                return found(Some(word), true);
            }
        }
        let mut letters = rest.chars();
        match letters.next() {
            Some('و' | 'ف') if !conjunction && !preposition => conjunction = true,
            Some('ب' | 'ل' | 'ك') if !preposition => preposition = true,
            _ => return Cell::default(),
        }
        rest = letters.as_str();
        if rest.is_empty() {
            return Cell::default();
        }
    }
}

/// A document with its cells; everything from `end` on is out of sight, so that no expression runs over a line break.
pub struct Reader<'d, 't> {
    /// The document.
    pub doc: &'d Document<'t>,
    cells: Vec<Cell>,
    /// The end of the line that is being read, in tokens.
    pub end: usize,
}

impl<'d, 't> Reader<'d, 't> {
    /// Looks every word up.
    pub fn new(doc: &'d Document<'t>) -> Self {
        let cells = (0..doc.len())
            .map(|i| match doc.kind(i) {
                Some(TokenKind::Word) => cell(doc.fold(i)),
                Some(TokenKind::Foreign) => Cell { word: times::word(doc.fold(i)), ..Cell::default() },
                _ => Cell::default(),
            })
            .collect();
        Reader { doc, cells, end: doc.len() }
    }

    /// Token `i`; an empty cell out of sight.
    pub fn cell(&self, i: usize) -> Cell {
        if i < self.end { self.cells[i] } else { Cell::default() }
    }

    /// What token `i` may mean.
    pub fn word(&self, i: usize) -> Option<&'static Word> {
        self.cell(i).word
    }

    /// The folded form of token `i`; empty out of sight.
    pub fn fold(&self, i: usize) -> &str {
        if i < self.end { self.doc.fold(i) } else { "" }
    }

    /// Whether token `i` reads so, folded.
    pub fn is(&self, i: usize, folded: &str) -> bool {
        self.fold(i) == folded
    }

    /// The folded form of the token before `i`, if it is on the same line.
    pub fn before(&self, i: usize) -> &str {
        if i > 0 && i < self.doc.len() && !self.doc.tokens[i].starts_line { self.doc.fold(i - 1) } else { "" }
    }

    /// Whether token `i` is in a list.
    pub fn has(&self, i: usize, context: Context) -> bool {
        contexts::is(self.fold(i), context)
    }

    /// Whether the token before `i`, on the same line, is in a list.
    pub fn behind(&self, i: usize, context: Context) -> bool {
        contexts::is(self.before(i), context)
    }

    /// The kind of token `i`.
    pub fn kind(&self, i: usize) -> Option<TokenKind> {
        if i < self.end { self.doc.kind(i) } else { None }
    }

    /// Whether token `i` is written in digits.
    pub fn is_digits(&self, i: usize) -> bool {
        self.kind(i) == Some(TokenKind::Number)
    }

    /// The whole number in digits at `i`, without separators.
    pub fn integer(&self, i: usize) -> Option<u32> {
        if self.is_digits(i) { self.fold(i).parse().ok() } else { None }
    }

    /// Whether token `i` stands right behind the one before it.
    pub fn is_glued(&self, i: usize) -> bool {
        i < self.end && self.doc.is_glued(i)
    }

    /// Whether nothing but one space stands between token `i` and the one before it.
    pub fn is_one_space(&self, i: usize) -> bool {
        if i == 0 || i >= self.end {
            return false;
        }
        let gap = self.doc.bytes(&(i - 1..i)).end..self.doc.bytes(&(i..i + 1)).start;
        let mut between = self.doc.text[gap].chars();
        between.next().is_some_and(char::is_whitespace) && between.next().is_none()
    }

    /// The use of token `i` in dates.
    pub fn role(&self, i: usize) -> Option<Role> {
        self.word(i)?.role
    }

    /// The role of token `i` where no proclitic stands before it.
    pub fn plain_role(&self, i: usize) -> Option<Role> {
        if self.cell(i).cut == 0 { self.role(i) } else { None }
    }

    /// A modifier behind a time (الماضي، نفسه، قبل الماضي), and the token behind it.
    pub fn modifier(&self, i: usize) -> Option<(Modifier, usize)> {
        let cell = self.cell(i);
        if let (Some(Role::Modifier(modifier)), 0) = (cell.word.and_then(|w| w.role), cell.cut) {
            return (cell.article != (modifier == Modifier::Same)).then_some((modifier, i + 1));
        }
        let behind = i + usize::from(self.is(i, "ما"));
        let twice = match self.fold(behind) {
            "قبل" | "ماقبل" => -1,
            "بعد" => 1,
            _ => return None,
        };
        match self.modifier(behind + 1)? {
            (Modifier::Shift(shift), end) if shift == twice => Some((Modifier::Shift(2 * twice), end)),
            _ => None,
        }
    }

    /// Whether the words of a folded sequence stand from `i` on.
    pub fn follows(&self, i: usize, words: &[String]) -> bool {
        words.iter().enumerate().all(|(k, word)| self.is(i + k, word))
    }

    /// The unit that begins at `i`, with what belongs to it, and the token behind it.
    pub fn unit(&self, i: usize) -> Option<(&'static Unit, Count, usize)> {
        let word = self.word(i)?;
        let mut best: Option<(&Unit, usize)> = None;
        for unit in &word.units {
            let end = if unit.tails.is_empty() {
                Some(i + 1)
            } else {
                unit.tails.iter().filter(|t| self.follows(i + 1, t)).map(|t| i + 1 + t.len()).max()
            };
            if let Some(end) = end
                && best.is_none_or(|(_, e)| end > e)
            {
                best = Some((unit, end));
            }
        }
        best.map(|(unit, end)| (unit, word.count.unwrap_or(Count::Open), end))
    }

    /// The unit of time at `i`.
    pub fn time(&self, i: usize) -> Option<(&'static str, Count)> {
        let word = self.word(i)?;
        word.units.iter().find(|u| u.time).map(|u| (u.name, word.count.unwrap_or(Count::Open)))
    }

    /// The byte where token `i` starts once its proclitics are left out.
    pub fn start(&self, i: usize) -> usize {
        self.doc.start_after(i, self.cells[i].cut as usize)
    }
}
