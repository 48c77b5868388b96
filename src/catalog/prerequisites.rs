//! The prerequisites of a program: the recorded text read as "nothing", "nothing, but ..." or something, and worded as
//! a sentence. The text is not parsed any further.

/// The clause for a program without prerequisites.
const NOTHING: &str = "nothing is required beforehand";

/// The prerequisites of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prerequisites<'t> {
    /// There are none.
    Nothing,
    /// Nothing is required, with this addition.
    NothingBut(&'t str),
    /// This is required or recommended.
    Some(&'t str),
}

impl<'t> Prerequisites<'t> {
    /// Reads a recorded text.
    pub fn of(text: &'t str) -> Self {
        let rest = text.strip_prefix("none required").or_else(|| text.strip_prefix("none"));
        match rest.map(|rest| rest.trim_start_matches([',', ';', ':', ' ', '.'])) {
            Some("") => Self::Nothing,
            Some(rest) if text[..text.len() - rest.len()].ends_with([',', ' ']) => Self::NothingBut(rest),
            _ => Self::Some(text),
        }
    }

    /// Whether nothing is needed, and the text adds nothing.
    pub fn is_nothing(self) -> bool {
        self == Self::Nothing
    }

    /// Returns the clauses about what is required or recommended at the start. Clauses that begin with *no* or *none*
    /// require nothing, and those that begin with *for* are about something later, such as a degree.
    pub fn for_entry(self) -> impl Iterator<Item = &'t str> {
        let text = match self {
            Self::Nothing => "",
            Self::NothingBut(text) | Self::Some(text) => text,
        };
        let first_word = |clause: &str| clause.split_whitespace().next().unwrap_or_default().to_lowercase();
        let is_for_entry = move |clause: &&str| !matches!(first_word(clause).as_str(), "no" | "none" | "for");
        text.split(';').map(str::trim).filter(is_for_entry)
    }

    /// Returns them as a clause.
    pub fn words(self) -> String {
        match self {
            Self::Nothing => NOTHING.to_owned(),
            Self::NothingBut(rest) => format!("{NOTHING}; {rest}"),
            Self::Some(text) => format!("needed or advised beforehand: {text}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_says_none_is_not_a_requirement() {
        assert_eq!(Prerequisites::of("none required").words(), NOTHING);
        assert_eq!(Prerequisites::of("none").words(), NOTHING);
        assert_eq!(Prerequisites::of("none required, algebra advised").words(), format!("{NOTHING}; algebra advised"));
        assert_eq!(Prerequisites::of("nonlinear algebra").words(), "needed or advised beforehand: nonlinear algebra");
    }

    #[test]
    fn a_clause_that_asks_for_nothing_or_for_later_is_not_for_entry() {
        let clauses = |text| Prerequisites::of(text).for_entry().collect::<Vec<_>>();
        assert_eq!(clauses("none required, no degree needed; algebra advised"), ["algebra advised"]);
        assert_eq!(clauses("No chemistry needed; some physics advised"), ["some physics advised"]);
        assert_eq!(clauses("for the degree: statistics; none for the certificate"), [""; 0]);
        assert_eq!(clauses("nonlinear algebra; calculus"), ["nonlinear algebra", "calculus"]);
    }
}
