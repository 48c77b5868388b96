//! The room for the reasons of a program: a small screen shows the verdict, the table and these reasons at once. What
//! is optional, such as an answer that would change the result, is named only as far as it fits; it is also said
//! further down. Warnings and conditions are always shown.

use crate::width::wrap;

/// The lines of a screen of 24 between its first line and its footer, without the rule below the verdict.
const LINES: usize = 21;
/// The columns of a screen of 80 between its margins.
const COLS: usize = 78;
/// The columns of a title in the table.
const TITLE_COLS: usize = 26;
/// The columns beside the label of a reason, and beside the word that begins a caution.
const REASON_COLS: usize = 71;
const CAUTION_COLS: usize = 69;
/// The lines that are always there: the certainties, the heads of the table and of the reasons.
const ALWAYS: usize = 3;

/// The lines of a small screen that are still free.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Room {
    left: usize,
}

impl Room {
    /// The room below a headline, cautions, hints of a line each, and a table with these titles.
    pub(crate) fn below(headline: &str, cautions: &[String], hints: usize, titles: &[&str]) -> Self {
        let cautions: usize = cautions.iter().map(|one| lines(one, CAUTION_COLS)).sum();
        let titles: usize = titles.iter().map(|title| lines(title, TITLE_COLS)).sum();
        let used = ALWAYS + lines(headline, COLS) + cautions + hints + titles;
        Self { left: LINES.saturating_sub(used) }
    }

    /// Takes the room of a reason that is always shown.
    pub(crate) fn take(&mut self, sentences: &[String]) {
        self.left = self.left.saturating_sub(reason_lines(sentences));
    }

    /// Returns as many of the first sentences as fit, and takes their room. That of the first `standing` is taken
    /// already.
    pub(crate) fn fill(&mut self, standing: usize, sentences: Vec<String>) -> Vec<String> {
        let lines_of = |count: usize| reason_lines(&sentences[..count]);
        let free = self.left + lines_of(standing.min(sentences.len()));
        let fits = (standing..=sentences.len()).rev().find(|count| lines_of(*count) <= free);
        let count = fits.unwrap_or(standing).min(sentences.len());
        self.left = free.saturating_sub(lines_of(count));
        sentences.into_iter().take(count).collect()
    }
}

/// The lines of a reason: its sentences one after another.
fn reason_lines(sentences: &[String]) -> usize {
    if sentences.is_empty() { 0 } else { lines(&sentences.join(" "), REASON_COLS) }
}

fn lines(text: &str, cols: usize) -> usize {
    wrap(text, cols).len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(lines: usize) -> String {
        "a".repeat(REASON_COLS - 1) + &format!(" {}", "b".repeat(REASON_COLS - 1)).repeat(lines - 1)
    }

    #[test]
    fn what_is_optional_is_named_as_far_as_it_fits() {
        let mut room = Room::below("A headline.", &[], 0, &["A title", "Another"]);
        assert_eq!(room.left, LINES - ALWAYS - 3);
        room.take(&[sentence(12)]);
        assert_eq!(room.fill(0, vec![sentence(2), sentence(2)]).len(), 1, "three lines are left");
        assert_eq!(room.fill(0, vec![sentence(2)]).len(), 0);
        assert_eq!(room.fill(0, vec![sentence(1)]).len(), 1);
        assert_eq!(room.fill(1, vec![sentence(1), sentence(1)]).len(), 1, "the first stands without room");
    }
}
