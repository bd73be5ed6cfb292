//! Name lists: which words of a text stand in a list of names, heads or titles, alone or as part of a longer name.
//!
//! The lists are a trie whose nodes are hashes of the words so far, so that a name of any length costs one look-up a
//! word and the file holds no strings.

use crate::model::{Broken, Codes, combine};

/// What a list says a word or string of words can be; the numbers are bits of a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Class {
    Place,
    Person,
    Organization,
    Event,
    Misc,
    Given,
    Family,
    NamePart,
    Role,
    OrganizationHead,
    PlaceHead,
    EventHead,
    MiscHead,
    SourceHead,
    Nationality,
}

/// The bit of a node that longer names go on from.
const CONTINUES: u16 = 1 << 15;
/// The classes whose names have several words often enough to tell inside from outside.
const NAMES: u32 = 0b1_1111;
/// The longest name in a list, in words.
const LONGEST: usize = 8;

/// Name lists, compiled.
pub struct Gazetteer(Codes);

/// Where the names of a list start.
pub const ROOT: u32 = 0;

/// The node behind `word` (its hash) at `node`.
pub fn step(node: u32, word: u32) -> u32 {
    combine(300, node, word)
}

impl Gazetteer {
    /// No names.
    pub fn none() -> Self {
        Gazetteer(Codes::build(&Default::default()))
    }

    /// The codes of names, each given as hashes of its folded words with the bits of its classes.
    pub fn build<'n>(names: impl IntoIterator<Item = (&'n [u32], u16)>) -> Codes {
        let mut nodes = std::collections::BTreeMap::new();
        for (words, classes) in names {
            let mut node = ROOT;
            for (n, &word) in words.iter().enumerate() {
                node = step(node, word);
                let bits = if n + 1 == words.len() { classes & !CONTINUES } else { CONTINUES };
                *nodes.entry(node).or_insert(0) |= bits;
            }
        }
        Codes::build(&nodes)
    }

    /// Reads the compiled lists.
    ///
    /// # Errors
    /// Where the file is damaged or of another version.
    pub fn parse(file: &[u8]) -> Result<Self, Broken> {
        Codes::parse(file).map(Gazetteer)
    }

    /// Calls `found` with the length in words, the node and the classes of every listed name that starts with `first`
    /// and goes on with `rest`.
    pub fn matches(&self, first: u32, rest: impl Iterator<Item = u32>, mut found: impl FnMut(usize, u32, u16)) {
        let mut node = step(ROOT, first);
        let mut rest = rest.take(LONGEST - 1);
        for length in 1.. {
            let code = self.0.get(node);
            if code & !CONTINUES != 0 {
                found(length, node, code & !CONTINUES);
            }
            match rest.next() {
                Some(word) if code & CONTINUES != 0 => node = step(node, word),
                _ => return,
            }
        }
    }

    /// Marks the tokens of a sentence: bits 0–14 the classes of a word by itself, 15–19 of a longer name that it
    /// begins, 20–24 of a longer name that it goes on. `forms(i)` gives the hashes under which a name may start at
    /// token `i`, the first of them the whole word.
    pub fn mark<const N: usize>(&self, forms: impl Fn(usize) -> [u32; N], marks: &mut [u32]) {
        for i in 0..marks.len() {
            let all = forms(i);
            let (mut alone, mut longest) = (0, (1, 0));
            for n in 0..N {
                if all[n] == 0 || all[..n].contains(&all[n]) {
                    continue;
                }
                let rest = (i + 1..marks.len()).map(|j| forms(j)[0]);
                self.matches(all[n], rest, |length, _, classes| {
                    let classes = u32::from(classes);
                    if length == 1 {
                        alone |= classes;
                    } else if length > longest.0 && classes & NAMES != 0 {
                        longest = (length, classes & NAMES);
                    } else if length > 1 {
                        alone |= classes & !NAMES;
                    }
                });
            }
            marks[i] |= alone;
            if longest.0 > 1 {
                marks[i] |= longest.1 << 15;
                marks[i + 1..i + longest.0].iter_mut().for_each(|m| *m |= longest.1 << 20);
            }
        }
    }
}
