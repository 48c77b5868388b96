//! Lengths of time and amounts of work in words: `6-9 months`, `P2Y`, `5-7 hrs/wk`, `9 semanas`, `7 to 5 hours per
//! week`. All measures in a text are found; the caller decides which one it needs. Text that cannot be read yields no
//! measure, never a number.

mod inexact;

pub(super) use inexact::is_inexact;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    Hour,
    Day,
    Week,
    Month,
    Year,
}

impl Unit {
    /// The English word for several of it.
    pub(super) fn word(self) -> &'static str {
        match self {
            Self::Hour => "hours",
            Self::Day => "days",
            Self::Week => "weeks",
            Self::Month => "months",
            Self::Year => "years",
        }
    }
}

/// The span that a measure applies to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Per {
    Whole,
    Time(Unit),
    Course,
}

/// An amount of time in a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Measure {
    pub(super) low: f64,
    pub(super) high: f64,
    pub(super) unit: Unit,
    pub(super) per: Per,
    /// Whether the larger number was written first.
    pub(super) is_reversed: bool,
}

impl Measure {
    /// The measure, if it is in hours a week.
    pub(super) fn hours_a_week(self) -> Option<Self> {
        (self.unit == Unit::Hour && self.per == Per::Time(Unit::Week)).then_some(self)
    }

    /// The measure, if it is in total hours.
    pub(super) fn hours(self) -> Option<Self> {
        (self.unit == Unit::Hour && self.per == Per::Whole).then_some(self)
    }

    /// The measure, if it is total calendar time.
    pub(super) fn calendar(self) -> Option<Self> {
        (self.unit != Unit::Hour && self.per == Per::Whole).then_some(self)
    }

    /// Whether it is the months of some years, as in `1 year and 6 months`.
    fn is_rest_of(self, years: &Self) -> bool {
        let is_exact = |measure: &Self| measure.low.total_cmp(&measure.high).is_eq() && measure.per == Per::Whole;
        years.unit == Unit::Year && self.unit == Unit::Month && self.high < 12.0 && is_exact(years) && is_exact(&self)
    }

    /// The months of some years with these months.
    fn and(self, months: Self) -> Self {
        let sum = self.low * 12.0 + months.low;
        Self::of((sum, sum), Unit::Month, Per::Whole)
    }

    fn of(numbers: (f64, f64), unit: Unit, per: Per) -> Self {
        let (first, second) = numbers;
        Self { low: first.min(second), high: first.max(second), unit, per, is_reversed: first > second }
    }
}

/// Words for units in the languages of catalogues. Longer words also match words that begin with them.
#[rustfmt::skip] // a table reads by its rows
const UNITS: [(Unit, &[&str]); 5] = [
    (Unit::Hour, &["h", "hr", "hrs", "hour", "hora", "heure", "stunde", "std", "ore", "ora", "hodin", "godz"]),
    (Unit::Day, &["d", "day", "día", "dia", "jour", "tag", "giorn", "den", "dní", "dni"]),
    (Unit::Week, &["w", "wk", "wks", "week", "semana", "semaine", "woche", "settiman", "týd", "tyd", "tyg"]),
    (Unit::Month, &[
        "mo", "mos", "mon", "month", "mes", "meses", "mois", "monat", "mese", "mesi", "měs", "mies", "mês",
    ]),
    (Unit::Year, &[
        "y", "yr", "yrs", "year", "año", "ano", "anos", "année", "annee", "an", "ans", "jahr", "anno", "anni", "rok", "roky", "lata", "lat", "let",
    ]),
];

/// Words between the years and the months of one length.
const ANDS: [&str; 7] = ["and", "und", "et", "y", "e", "i", "a"];

/// All measures of a text, in order.
pub(super) fn measures(text: &str) -> Vec<Measure> {
    let bare = text.trim();
    let is_iso =
        bare.strip_prefix(['P', 'p']).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit() || c == 'T'));
    if is_iso {
        return iso(bare).into_iter().collect();
    }
    let tokens = tokens(text);
    let mut found: Vec<Measure> = Vec::new();
    // Text in brackets repeats the measure or states another one, so nothing is added up.
    let is_plain = !text.contains(['(', ';', '|']);
    let (mut at, mut end) = (0, 0);
    while at < tokens.len() {
        match measure_at(&tokens[at..]) {
            Some((measure, used)) => {
                let is_joined = || word_at(&tokens, end).is_some_and(|word| ANDS.contains(&word));
                let is_next = at == end || (at == end + 1 && is_joined());
                match found.last_mut() {
                    Some(years) if is_plain && is_next && measure.is_rest_of(years) => *years = years.and(measure),
                    _ => found.push(measure),
                }
                at += used;
                end = at;
            }
            None => at += 1,
        }
    }
    found
}

/// The only wanted measure in a text; `None` if there is none, or if several differ.
pub(super) fn only(text: &str, wanted: fn(Measure) -> Option<Measure>) -> Option<Measure> {
    let mut found = measures(text).into_iter().filter_map(wanted);
    let first = found.next()?;
    found.all(|other| other == first).then_some(first)
}

/// A number or a range without a unit, as in a column whose heading names the unit.
pub(super) fn bare(text: &str) -> Option<(f64, f64)> {
    let tokens = tokens(text);
    let (numbers, used) = numbers_at(&tokens)?;
    (used == tokens.len()).then_some(numbers)
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    /// Such as `½`, which belongs to the number before it, if there is one.
    Fraction(f64),
    Word(String),
    Dash,
    Slash,
}

/// Splits a text into numbers, words and signs. Letters and digits are separated, so that cells
/// glued together come apart.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let end = if c.is_ascii_digit() {
            let end = rest.find(|c: char| !c.is_ascii_digit() && c != '.' && c != ',').unwrap_or(rest.len());
            tokens.extend(number(rest[..end].trim_end_matches(['.', ','])).map(Token::Number));
            end
        } else if c.is_alphabetic() {
            let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
            tokens.push(Token::Word(rest[..end].to_lowercase()));
            end
        } else {
            match c {
                '-' | '–' | '—' | '‑' => tokens.push(Token::Dash),
                '/' | '⁄' => tokens.push(Token::Slash),
                c => tokens.extend(fraction(c).map(Token::Fraction)),
            }
            c.len_utf8()
        };
        rest = &rest[end..];
    }
    whole(&tokens)
}

fn fraction(c: char) -> Option<f64> {
    match c {
        '¼' => Some(0.25),
        '½' => Some(0.5),
        '¾' => Some(0.75),
        '⅓' => Some(1.0 / 3.0),
        '⅔' => Some(2.0 / 3.0),
        _ => None,
    }
}

/// Puts numbers together that are written in two parts, such as `6½` and `1 1/2`.
fn whole(tokens: &[Token]) -> Vec<Token> {
    let mut joined: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let (part, used) = match &tokens[at..] {
            [Token::Fraction(part), ..] => (Some(*part), 1),
            [Token::Number(part), Token::Slash, Token::Number(of), ..] if is_fraction(*part, *of) => {
                (Some(part / of), 3)
            }
            _ => (None, 1),
        };
        match (part, joined.last_mut()) {
            (Some(part), Some(Token::Number(number))) => *number += part,
            (Some(part), _) => joined.push(Token::Number(part)),
            (None, _) => joined.push(token.clone()),
        }
        at += used;
    }
    joined
}

/// Whether `1/2` is a fraction; `5/7` is one thing or another.
fn is_fraction(part: f64, of: f64) -> bool {
    part >= 1.0 && part < of && [2.0, 3.0, 4.0].contains(&of)
}

/// Parses `1.5`, `1,5` and `1,000`.
fn number(digits: &str) -> Option<f64> {
    let is_thousands = digits.split_once(',').is_some_and(|(_, after)| after.len() == 3);
    digits.replace(',', if is_thousands { "" } else { "." }).parse().ok()
}

fn measure_at(tokens: &[Token]) -> Option<(Measure, usize)> {
    let (numbers, mut used) = numbers_at(tokens)?;
    // As in `10-week course`.
    if tokens.get(used) == Some(&Token::Dash) {
        used += 1;
    }
    let unit = word_at(tokens, used).and_then(unit)?;
    used += 1;
    let (per, more) = per_at(&tokens[used..]);
    Some((Measure::of(numbers, unit, per), used + more))
}

/// Reads one number or a range: `6`, `6-9`, `6 to 9`, `6 a 9`, `6 bis 9`.
fn numbers_at(tokens: &[Token]) -> Option<((f64, f64), usize)> {
    let Some(Token::Number(first)) = tokens.first() else { return None };
    let joins = match tokens.get(1) {
        Some(Token::Dash) => true,
        Some(Token::Word(word)) => matches!(word.as_str(), "to" | "a" | "à" | "bis" | "až" | "do" | "and" | "or"),
        _ => false,
    };
    match tokens.get(2) {
        Some(Token::Number(second)) if joins => Some(((*first, *second), 3)),
        _ => Some(((*first, *first), 1)),
    }
}

/// What stands between an amount and the span that it applies to.
#[rustfmt::skip] // a table reads by its rows
const PER: [&str; 18] = [
    "per", "a", "an", "à", "each", "every", "por", "par", "pro", "je", "al", "alla", "la", "in", "dans", "w", "za", "na",
];
const ARTICLES: [&str; 6] = ["the", "la", "le", "der", "den", "einer"];

/// Adverbs for each week, by beginning.
#[rustfmt::skip] // a table reads by its rows
const WEEKLY: [&str; 8] = [
    "weekly", "semanal", "semanai", "hebdo", "wöchentlich", "settimanal", "tygodniow", "týdně",
];

/// Reads `per week`, `a week`, `/wk`, `weekly`, `in der Woche` or `per course`.
fn per_at(tokens: &[Token]) -> (Per, usize) {
    let (says_per, word) = match tokens.first() {
        Some(Token::Slash) => (true, ""),
        Some(Token::Word(word)) => (PER.contains(&word.as_str()), word.as_str()),
        _ => (false, ""),
    };
    if WEEKLY.iter().any(|start| word.starts_with(start)) {
        return (Per::Time(Unit::Week), 1);
    }
    let skipped = usize::from(word_at(tokens, 1).is_some_and(|word| ARTICLES.contains(&word)));
    match word_at(tokens, 1 + skipped) {
        Some(word) if says_per && word.starts_with("course") => (Per::Course, 2 + skipped),
        Some(word) if says_per => unit(word).map_or((Per::Whole, 0), |unit| (Per::Time(unit), 2 + skipped)),
        _ => (Per::Whole, 0),
    }
}

fn word_at(tokens: &[Token], at: usize) -> Option<&str> {
    match tokens.get(at) {
        Some(Token::Word(word)) => Some(word),
        _ => None,
    }
}

/// The unit that a word stands for: short words must match exactly, longer ones by their beginning.
pub(super) fn unit(word: &str) -> Option<Unit> {
    let exact = UNITS.iter().find(|(_, words)| words.contains(&word));
    let begun = || UNITS.iter().find(|(_, words)| words.iter().any(|start| is_stem(start) && word.starts_with(start)));
    exact.or_else(begun).map(|(unit, _)| *unit)
}

/// Whether a word may match by its beginning: if it has four letters, or a letter that is not ASCII, as in `týdnů`.
fn is_stem(start: &str) -> bool {
    start.chars().count() > 3 || !start.is_ascii() || matches!(start, "tyg" | "tyd")
}

/// Parses an ISO 8601 duration. The parts are summed into months, days or hours; a sum across
/// these is no single measure.
fn iso(text: &str) -> Option<Measure> {
    let body = text.strip_prefix('P').or_else(|| text.strip_prefix('p'))?.to_ascii_uppercase();
    let (date, time) = body.split_once('T').unwrap_or((&body, ""));
    let mut sums = [(Unit::Month, 0.0), (Unit::Day, 0.0), (Unit::Hour, 0.0)];
    for (amount, letter) in parts(date)? {
        match letter {
            'Y' => sums[0].1 += amount * 12.0,
            'M' => sums[0].1 += amount,
            'W' => sums[1].1 += amount * 7.0,
            'D' => sums[1].1 += amount,
            _ => return None,
        }
    }
    for (amount, letter) in parts(time)? {
        match letter {
            'H' => sums[2].1 += amount,
            'M' => sums[2].1 += amount / 60.0,
            'S' => sums[2].1 += amount / 3600.0,
            _ => return None,
        }
    }
    let mut known = sums.into_iter().filter(|(_, amount)| *amount > 0.0);
    let (unit, amount) = known.next()?;
    // Months combined with days or hours have no exact length.
    if known.next().is_some() {
        return None;
    }
    let (unit, amount) =
        if unit == Unit::Day && amount % 7.0 == 0.0 { (Unit::Week, amount / 7.0) } else { (unit, amount) };
    Some(Measure::of((amount, amount), unit, Per::Whole))
}

fn parts(text: &str) -> Option<Vec<(f64, char)>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        parts.push((rest[..end].parse().ok()?, char::from(rest.as_bytes()[end])));
        rest = &rest[end + 1..];
    }
    Some(parts)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Vec<(f64, f64, Unit, Per)> {
        measures(text).into_iter().map(|m| (m.low, m.high, m.unit, m.per)).collect()
    }

    #[test]
    fn lengths_are_read_in_words_and_signs() {
        use Unit::{Day, Hour, Month, Week, Year};
        for (text, low, high, unit) in [
            ("6 months", 6.0, 6.0, Month),
            ("6-9 months", 6.0, 9.0, Month),
            ("6 to 10 Weeks", 6.0, 10.0, Week),
            ("9 semanas", 9.0, 9.0, Week),
            ("12–14 weeks", 12.0, 14.0, Week),
            ("4 months (approx.)", 4.0, 4.0, Month),
            ("1.5 years", 1.5, 1.5, Year),
            ("10 týdnů", 10.0, 10.0, Week),
            ("3 Monate", 3.0, 3.0, Month),
            ("40 hours", 40.0, 40.0, Hour),
            ("P6M", 6.0, 6.0, Month),
            ("P2Y", 24.0, 24.0, Month),
            ("P1Y6M", 18.0, 18.0, Month),
            ("P5D", 5.0, 5.0, Day),
            ("P14D", 2.0, 2.0, Week),
            ("PT48H", 48.0, 48.0, Hour),
            ("PT90M", 1.5, 1.5, Hour),
            ("6½ months", 6.5, 6.5, Month),
            ("½ year", 0.5, 0.5, Year),
            ("1 year 6 months", 18.0, 18.0, Month),
            ("2 años y 3 meses", 27.0, 27.0, Month),
            ("1 1/2 years", 1.5, 1.5, Year),
            ("10-week course", 10.0, 10.0, Week),
            ("4-6 week", 4.0, 6.0, Week),
        ] {
            assert_eq!(said(text), [(low, high, unit, Per::Whole)], "{text}");
        }
    }

    #[test]
    fn glued_cells_come_apart() {
        let week = Per::Time(Unit::Week);
        let glued = [(9.0, 9.0, Unit::Month, Per::Whole), (6.0, 8.0, Unit::Hour, week)];
        assert_eq!(said("9 months6 - 8 hours per week"), glued);
        for text in [
            "5-7 hrs/wk",
            "5 to 7 hours a week",
            "5-7 hours weekly",
            "5–7 horas por semana",
            "5-7 Stunden in der Woche",
            "5-7 horas a la semana",
            "5-7 heures hebdomadaires",
            "5-7 godzin tygodniowo",
        ] {
            assert_eq!(said(text), [(5.0, 7.0, Unit::Hour, week)], "{text}");
        }
        assert_eq!(said("3 courses in 6 months"), [(6.0, 6.0, Unit::Month, Per::Whole)]);
        assert_eq!(said("4 weeks per course"), [(4.0, 4.0, Unit::Week, Per::Course)]);
    }

    #[test]
    fn a_reversed_range_is_marked_and_put_right() {
        let measure = only("7 to 5 hours per week", Measure::hours_a_week).expect("a measure");
        assert!(measure.is_reversed && (measure.low, measure.high) == (5.0, 7.0));
    }

    #[test]
    fn what_is_no_measure_is_nothing() {
        for text in ["", "soon", "2027", "P", "PT", "P1M15D", "PX", "six months", "version 2.0", "self-paced"] {
            assert_eq!(said(text), [], "{text}");
        }
        for text in ["6 months or 9 months", "1 year or 6 months", "1 year (6 months full-time)"] {
            assert_eq!(only(text, Measure::calendar).map(|m| (m.low, m.high)), None, "{text}");
        }
        assert_eq!(bare("8-12"), Some((8.0, 12.0)));
        assert_eq!(bare("26"), Some((26.0, 26.0)));
        assert_eq!(bare("8-12 h"), None);
    }
}
