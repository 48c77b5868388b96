//! "Did you mean": the nearest right name to a misspelt one.

/// The candidate nearest to `word`, without regard to case, if any is near enough to be what was meant.
pub fn nearest<S: AsRef<str>>(word: &str, candidates: impl IntoIterator<Item = S>) -> Option<S> {
    let word = word.to_lowercase();
    let closeness = |candidate: &str| {
        let candidate = candidate.to_lowercase();
        let edits = strsim::normalized_damerau_levenshtein(&word, &candidate);
        // Letters in common say little between short names; what was cut short or written on begins the same.
        let shorter = word.chars().count().min(candidate.chars().count());
        let is_begun = shorter >= 4 && (candidate.starts_with(&word) || word.starts_with(&candidate));
        if edits <= 0.5 && !is_begun {
            return edits;
        }
        edits.max(strsim::jaro_winkler(&word, &candidate) - 0.15)
    };
    candidates
        .into_iter()
        .map(|candidate| (closeness(candidate.as_ref()), candidate))
        .filter(|(close, _)| *close >= 0.6)
        .reduce(|best, next| if next.0 > best.0 { next } else { best })
        .map(|(_, candidate)| candidate)
}

/// ` Did you mean X?` with the leading blank, or nothing: the end of a message about a misspelt name.
pub fn did_you_mean<S: AsRef<str>>(word: &str, candidates: impl IntoIterator<Item = S>) -> String {
    nearest(word, candidates).map(|name| format!(" Did you mean `{}`?", name.as_ref())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_find_their_word_and_nonsense_finds_none() {
        let names = ["goal", "credit", "horizon", "hours"];
        assert_eq!(nearest("horizn", names), Some("horizon"));
        assert_eq!(nearest("Credits", names), Some("credit"));
        assert_eq!(nearest("zzz", names), None);
        assert_eq!(nearest("Hogwarts", ["GW", "Wharton", "Harvard"]), None);
        assert_eq!(nearest("Princeton", ["Rice", "RiceX"]), None);
        assert_eq!(nearest("Mti", ["MIT", "RIT"]), Some("MIT"));
    }
}
