//! Small pieces of English: lists, plurals, numbers and spans of time. It knows no program and no answer.

/// `a` or `an`.
pub(crate) fn article(word: &str) -> &'static str {
    let is_vowel = word.starts_with(['A', 'E', 'I', 'O', 'a', 'e', 'i', 'o']);
    if is_vowel || word.starts_with("XSeries") { "an" } else { "a" }
}

/// Words with `or` before the last.
pub(crate) fn or_list(words: &[String]) -> String {
    joined(words, "or")
}

/// Words with `and` before the last, none of them twice in a row.
pub(crate) fn and_list(words: &[String]) -> String {
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

/// The first letter small, unless the word is an abbreviation or a name.
pub(crate) fn lower(text: &str) -> String {
    let mut chars = text.chars();
    match (chars.next(), chars.clone().next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().chain(chars).collect()
        }
        _ => text.to_owned(),
    }
}

/// A number without a needless fraction.
pub(crate) fn plain(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded.fract().abs() < f64::EPSILON { format!("{rounded:.0}") } else { format!("{rounded:.1}") }
}

/// `1 program`, `2 programs`.
pub(crate) fn counted(count: usize, noun: &str) -> String {
    if count == 1 { format!("1 {noun}") } else { format!("{count} {noun}s") }
}

/// `1 hour`, `1.5 hours`.
pub(crate) fn hours_words(hours: f64) -> String {
    let number = plain(hours);
    let plural = if number == "1" { "" } else { "s" };
    format!("{number} hour{plural}")
}

/// A number with its sign; none before 0.
pub(crate) fn signed(number: i32) -> String {
    if number == 0 { "0".to_owned() } else { format!("{number:+}") }
}

/// `3–14 weeks`, `4–7 months`: in weeks up to four months, which is how people count short times.
pub(crate) fn months_span(low: f64, high: f64) -> String {
    if high < 4.5 {
        let weeks = |months: f64| (months * crate::catalog::WEEKS_A_MONTH).round().max(1.0);
        return span(weeks(low), weeks(high), "week");
    }
    span(low.round().max(1.0), high.round(), "month")
}

fn span(low: f64, high: f64, unit: &str) -> String {
    let plural = if (high - 1.0).abs() < f64::EPSILON { "" } else { "s" };
    if (high - low).abs() < f64::EPSILON {
        format!("{} {unit}{plural}", plain(low))
    } else {
        format!("{}–{} {unit}{plural}", plain(low), plain(high))
    }
}

/// `October 2021` from `20211001`.
pub(crate) fn month(day: u32) -> String {
    crate::catalog::month_of(day).unwrap_or_else(|| "an unknown date".to_owned())
}
