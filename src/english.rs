//! Small pieces of English for the sentences of every room: lists, plurals, articles and numbers.

/// The indefinite article of a word, `a` or `an`.
pub fn article(word: &str) -> &'static str {
    let is_vowel = word.starts_with(['A', 'E', 'I', 'O', 'a', 'e', 'i', 'o']);
    if is_vowel || word.starts_with("XSeries") { "an" } else { "a" }
}

/// Joins words with commas, and with `or` before the last; empty for no words.
pub fn or_list(words: &[String]) -> String {
    joined(words, "or")
}

/// Joins words with commas, and with `and` before the last, after dropping adjacent repeats; empty for no words.
pub fn and_list(words: &[String]) -> String {
    let mut words: Vec<String> = words.to_vec();
    words.dedup();
    joined(&words, "and")
}

fn joined(words: &[String], with: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [all @ .., last] => format!("{} {with} {last}", all.join(", ")),
    }
}

/// Capitalises the first letter.
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Lowercases the first letter unless the second is not lowercase either, as in an abbreviation.
pub fn lower(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

/// Formats a number with at most one decimal.
pub fn plain(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded.fract().abs() < f64::EPSILON { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}

/// Returns a count with its noun: `1 program`, `2 programs`. The plural is formed with `s`.
pub fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// Returns a count with its noun, as [`counted`]; `no program` for 0.
pub fn counted_or_no(count: usize, noun: &str) -> String {
    if count == 0 { format!("no {noun}") } else { counted(count, noun) }
}

/// Returns a text of several lines on one line.
pub fn in_a_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Chooses the word form that agrees with a count, for example `is` or `are`.
pub fn by_count<'w>(count: usize, one: &'w str, other: &'w str) -> &'w str {
    if count == 1 { one } else { other }
}

/// Formats hours: `1 hour`, `1.5 hours`.
pub fn hours_words(hours: f64) -> String {
    let number = plain(hours);
    let plural = if number == "1" { "" } else { "s" };
    format!("{number} hour{plural}")
}

/// A number with its sign; 0 has none.
pub fn signed(number: i32) -> String {
    if number == 0 { "0".to_owned() } else { format!("{number:+}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lists_and_articles_are_those_of_english() {
        assert_eq!(
            [counted(0, "course"), counted(1, "course"), counted(2, "course")],
            ["0 courses", "1 course", "2 courses"]
        );
        assert_eq!((by_count(1, "is", "are"), by_count(0, "is", "are")), ("is", "are"));
        let words: Vec<String> = ["a", "b", "b", "c"].map(str::to_owned).into();
        assert_eq!((or_list(&words[..2]).as_str(), and_list(&words).as_str()), ("a or b", "a, b and c"));
        assert_eq!((or_list(&[]), or_list(&words[..1])), (String::new(), "a".to_owned()));
        assert_eq!(["MicroMasters", "XSeries", "Executive Education"].map(article), ["a", "an", "an"]);
        assert_eq!([lower("Practical"), lower("MIT")], ["practical", "MIT"]);
        assert_eq!([hours_words(1.0), hours_words(1.5)], ["1 hour", "1.5 hours"]);
        assert_eq!([signed(3), signed(0), signed(-2)], ["+3", "0", "-2"]);
    }
}
