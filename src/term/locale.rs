//! The language of the user's system, read from the usual environment variables.

use crate::catalog::Language;

/// The English name of the system's language; `None` if no variable is set or its language code is unknown.
pub(super) fn language() -> Option<String> {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))?;
    language_of(&locale).map(ToOwned::to_owned)
}

fn language_of(locale: &str) -> Option<&'static str> {
    let code = locale.split(['_', '.', '-', '@']).next()?;
    Language::coded(code).map(|language| language.name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_locale_names_its_language_and_the_plain_one_names_none() {
        assert_eq!(language_of("es_MX.UTF-8"), Some("Spanish"));
        assert_eq!(language_of("en"), Some("English"));
        assert_eq!(language_of("C.UTF-8"), None);
        assert_eq!(language_of("POSIX"), None);
    }
}
