//! What is needed before a program: the recorded text read as "nothing", "nothing, but ..." or something, and said in a
//! sentence. The text is data; it is never taken apart further.

/// The clause for a program without prerequisites.
const NOTHING: &str = "nothing is required beforehand";

/// The prerequisites of a program.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prerequisites<'t> {
    /// There are none.
    Nothing,
    /// Nothing is required, but the text adds this.
    NothingBut(&'t str),
    /// This is required or advised.
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
}
