//! Other spellings of a word that is spelt correctly: its other number, and British or American English.

/// A word with plural endings added or removed.
pub(super) fn numbers(word: &str) -> impl Iterator<Item = String> {
    let singulars = [("s", ""), ("es", ""), ("ies", "y")];
    let plurals = [("", "s"), ("", "es"), ("y", "ies")];
    let other = move |(from, to): (&str, &str)| word.strip_suffix(from).map(|stem| format!("{stem}{to}"));
    singulars.into_iter().chain(plurals).filter_map(other)
}

/// The word in British instead of American spelling, or the reverse.
pub(super) fn spellings(word: &str) -> impl Iterator<Item = String> {
    const PAIRS: [(&str, &str); 6] =
        [("our", "or"), ("is", "iz"), ("ll", "l"), ("tre", "ter"), ("mme", "m"), ("yse", "yze")];
    let both_ways = PAIRS.into_iter().flat_map(|(a, b)| [(a, b), (b, a)]);
    both_ways.flat_map(move |(from, to)| {
        word.match_indices(from).map(move |(at, _)| format!("{}{to}{}", &word[..at], &word[at + from.len()..]))
    })
}
