//! From the tagger's probability of a span to a score that keeps its word: of names scored 0.8 four in five are right.

use crate::model::Broken;

/// Points of a rising line: a probability and the share of names with it that are right.
pub struct Scores(Vec<(f32, f32)>);

impl Scores {
    /// From the points of the line, both numbers of which must rise; without points, probabilities stay as they are.
    ///
    /// # Errors
    /// Where they fall or are no probabilities.
    pub fn new(points: Vec<(f32, f32)>) -> Result<Self, Broken> {
        let sound = |p: &(f32, f32)| (0.0..=1.0).contains(&p.0) && (0.0..=1.0).contains(&p.1);
        let rising = points.windows(2).all(|w| w[0].0 < w[1].0 && w[0].1 <= w[1].1);
        if rising && points.iter().all(sound) { Ok(Scores(points)) } else { Err(Broken) }
    }

    /// Reads lines of two numbers with a tab between; `#` starts a comment.
    ///
    /// # Errors
    /// As [`Scores::new`], or where a line is no two numbers.
    pub fn parse(text: &str) -> Result<Self, Broken> {
        let point = |line: &str| {
            let (from, to) = line.split_once('\t').ok_or(Broken)?;
            Ok((from.parse().map_err(|_| Broken)?, to.parse().map_err(|_| Broken)?))
        };
        let lines = text.lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
        Self::new(lines.map(point).collect::<Result<_, _>>()?)
    }

    /// The score of a span with this probability.
    pub fn score(&self, probability: f32) -> f32 {
        let at = self.0.partition_point(|p| p.0 < probability);
        match (at.checked_sub(1).map(|a| self.0[a]), self.0.get(at)) {
            (Some((x, y)), Some(&(x2, y2))) => y + (y2 - y) * (probability - x) / (x2 - x),
            (Some((_, y)), None) | (None, Some(&(_, y))) => y,
            (None, None) => probability,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scores_lie_on_the_line_and_a_falling_one_is_refused() {
        let scores = Scores::parse("# x\ty\n0.4\t0.5\n0.8\t0.7\n").unwrap_or_else(|_| panic!("sound lines"));
        assert_eq!([0.1, 0.4, 0.8, 1.0].map(|p| scores.score(p)), [0.5, 0.5, 0.7, 0.7]);
        assert!((scores.score(0.6) - 0.6).abs() < 1e-6);
        assert_eq!(Scores::parse("").unwrap_or_else(|_| panic!("no lines")).score(0.3), 0.3);
        assert!(Scores::parse("0.4\t0.5\n0.8\t0.3\n").is_err());
        assert!(Scores::parse("0.4 0.5\n").is_err());
    }
}
