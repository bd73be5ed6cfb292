//! When two names mean the same one.

use crate::model::hash;
use crate::source::fold;

/// The words of a name, ready to be held against others.
#[derive(Clone, Debug)]
pub struct Name(Vec<u32>);

impl Name {
    /// Reads a name: words apart, one spelling for the many of a letter, hamza on و and ي left out.
    pub fn new(name: &str) -> Self {
        let plain = fold(name).replace('ؤ', "و").replace('ئ', "ي");
        Name(plain.split(|c| !is_letter(c)).filter(|w| !w.is_empty()).map(hash).collect())
    }

    /// Whether one contains the other and is at most twice as many words long.
    pub fn is_same(&self, other: &Name) -> bool {
        let (short, long) = if self.0.len() > other.0.len() { (other, self) } else { (self, other) };
        if short.0.is_empty() {
            return long.0.is_empty();
        }
        short.0.len() * 2 >= long.0.len() && long.0.windows(short.0.len()).any(|words| words == short.0)
    }
}

/// Whether a character is part of a word; plain Arabic letters, nearly all there are, without a look-up.
fn is_letter(c: char) -> bool {
    matches!(c, '\u{0621}'..='\u{064A}' | '_') || c.is_alphanumeric()
}

#[cfg(test)]
mod tests {
    use super::Name;

    #[test]
    fn names_are_the_same_where_one_is_at_least_half_of_the_other() {
        let same = |a: &str, b: &str| Name::new(a).is_same(&Name::new(b));
        assert!(same("لافروف", "سيرغي لافروف"));
        assert!(same("رئيس مؤسسة", "رئيس موسسة"));
        assert!(same("مصدرٌ أمني", "مصدر امني رفيع"));
        assert!(!same("سيرغي", "سيرغي فيكتوروفيتش لافروف"));
        assert!(!same("مصدر رفيع", "مصدر أمني رفيع"));
        assert!(!same("", "مصدر"));
        assert!(same("", "—"));
    }
}
