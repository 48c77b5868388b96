//! Arguments that begin with a minus sign but are not options: words that a search excludes, as in `list data -python`,
//! and negative numbers.

use std::ffi::OsString;

/// The commands whose query may exclude words with a minus sign.
const SEARCHES: [&str; 3] = ["list", "facets", "map"];

/// Returns the arguments of a search with its excluded words moved behind `--`, where they are not parsed as options;
/// `None` if there are no such words.
pub(super) fn exclusions_last(arguments: &[OsString], definition: &clap::Command) -> Option<Vec<OsString>> {
    let name =
        arguments.iter().filter_map(|argument| argument.to_str()).find(|argument| SEARCHES.contains(argument))?;
    let command = definition.find_subcommand(name)?;
    let end = arguments.iter().position(|argument| argument == "--").unwrap_or(arguments.len());
    let takes_value = |option: &OsString| {
        let long = option.to_str().and_then(|option| option.strip_prefix("--"));
        let mut known = definition.get_arguments().chain(command.get_arguments());
        long.is_some_and(|long| known.any(|known| known.get_long() == Some(long) && known.get_action().takes_values()))
    };
    let is_exclusion = |at: usize| is_word(&arguments[at]) && !takes_value(&arguments[at - 1]);
    let (excluded, others): (Vec<usize>, Vec<usize>) = (1..end).partition(|at| is_exclusion(*at));
    if excluded.is_empty() {
        return None;
    }
    let before = std::iter::once(0).chain(others).map(|at| arguments[at].clone());
    let behind = excluded.into_iter().map(|at| arguments[at].clone()).chain(arguments.iter().skip(end + 1).cloned());
    Some(before.chain([OsString::from("--")]).chain(behind).collect())
}

/// Whether an argument is a word with a minus sign. A single letter is an option.
fn is_word(argument: &OsString) -> bool {
    let word = argument.to_str().and_then(|argument| argument.strip_prefix('-')).unwrap_or_default();
    word.starts_with(|c: char| c.is_alphabetic() || c == '"') && word.chars().count() > 1
}

/// Returns the error for a negative number after an option; `None` if there is none.
pub(super) fn below_zero(arguments: &[OsString]) -> Option<String> {
    arguments.windows(2).find_map(|pair| {
        let (option, value) = (pair[0].to_str()?, pair[1].to_str()?);
        let is_number = value.strip_prefix('-')?.starts_with(|c: char| c.is_ascii_digit());
        (option.starts_with("--") && option.len() > 2 && is_number)
            .then(|| format!("`{option}` takes a number of 0 or more, not `{}`", crate::catalog::printable(value)))
    })
}
