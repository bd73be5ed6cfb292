//! A table from folded words to what is known of them, fast to ask about words that it lacks.

use crate::model::hash;

/// Open addressing over 32-bit hashes; words that share a hash are told apart by comparing them.
#[derive(Clone, Debug)]
pub struct Table<T> {
    /// Hash and 1 + index into `rows`; 0 for free. A power of two long, at most half full.
    slots: Vec<(u32, u32)>,
    rows: Vec<(Box<str>, T)>,
}

impl<T> Default for Table<T> {
    fn default() -> Self {
        Table { slots: vec![(0, 0); 1024], rows: Vec::new() }
    }
}

impl<T> Table<T> {
    /// What is known of a word.
    pub fn get(&self, word: &str) -> Option<&T> {
        let hash = hash(word);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let (stored, row) = self.slots[at];
            if row == 0 {
                return None;
            }
            let (key, value) = &self.rows[row as usize - 1];
            if stored == hash && **key == *word {
                return Some(value);
            }
            at = (at + 1) & mask;
        }
    }

    /// All words with what is known of them, in the order they were entered.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &T)> {
        self.rows.iter().map(|(word, value)| (&**word, value))
    }

    fn insert(&mut self, hash: u32, row: u32) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].1 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = (hash, row);
    }
}

impl<T: Default> Table<T> {
    /// The place for what is known of a word, made where there is none.
    pub fn entry(&mut self, word: &str) -> &mut T {
        let hash = hash(word);
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].1 != 0 {
            let row = self.slots[at].1 as usize - 1;
            if self.slots[at].0 == hash && *self.rows[row].0 == *word {
                return &mut self.rows[row].1;
            }
            at = (at + 1) & mask;
        }
        if self.rows.len() * 2 >= self.slots.len() {
            self.slots = vec![(0, 0); self.slots.len() * 2];
            for row in 0..self.rows.len() {
                self.insert(self::hash(&self.rows[row].0), row as u32 + 1);
            }
        }
        self.rows.push((word.into(), T::default()));
        self.insert(hash, self.rows.len() as u32);
        &mut self.rows.last_mut().expect("just entered").1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_entered_is_found_and_nothing_else() {
        let mut table: Table<usize> = Table::default();
        for i in 0..5000 {
            *table.entry(&format!("كلمة{i}")) += i;
        }
        *table.entry("كلمة7") += 1;
        assert_eq!(table.get("كلمة7"), Some(&8));
        assert_eq!(table.get("كلمة4999"), Some(&4999));
        assert_eq!(table.get("كلمة5000"), None);
        assert_eq!(table.iter().count(), 5000);
    }
}
