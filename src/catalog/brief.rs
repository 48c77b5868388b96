//! Facts for a narrow column of a list: the shortest wording that keeps the unit, preceded by the mark of its basis. An
//! unknown fact is `?`, never an empty cell and never 0.

use std::fmt;

use super::{Basis, Claim, Length, Money, Program, Range, TimeUnit};

/// A fact in as few columns as possible.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// The value with its unit; `None` if it is unknown.
    text: Option<String>,
    /// The basis of the value; `None` if it is unknown.
    basis: Option<Basis>,
}

impl Brief {
    fn of<T>(claim: Option<&Claim<T>>, text: impl FnOnce(&T) -> String) -> Self {
        Self { text: claim.map(|claim| text(&claim.value)), basis: claim.map(|claim| claim.basis) }
    }

    /// The value with its unit; `None` if it is unknown.
    pub fn text(&self) -> Option<&str> {
        self.text.as_deref()
    }

    /// The basis of the value; `None` if it is unknown.
    pub fn basis(&self) -> Option<Basis> {
        self.basis
    }

    /// Returns the value for reading aloud, with a word for its basis in place of the mark; `None` if it is unknown.
    pub fn in_words(&self) -> Option<String> {
        let text = self.text.as_ref()?;
        Some(match self.basis? {
            Basis::Stated => text.clone(),
            Basis::Derived | Basis::Estimated => format!("about {text}"),
            basis @ (Basis::Editorial | Basis::Inferred | Basis::Presumed) => format!("{text} ({})", basis.words()),
        })
    }
}

impl fmt::Display for Brief {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(text) = &self.text else { return f.write_str("?") };
        match self.basis.map_or(" ", Basis::mark).trim() {
            "" => f.write_str(text),
            mark => write!(f, "{mark} {text}"),
        }
    }
}

impl Program {
    /// The length, for example `18 mo` or `8 wk`.
    pub fn brief_length(&self) -> Brief {
        Brief::of(self.length.shown(), |Length { amount, unit }| match unit {
            TimeUnit::Months => format!("{amount} mo"),
            TimeUnit::Weeks => format!("{amount} wk"),
        })
    }

    /// The comparable price in US dollars, for example `$98–790`.
    pub fn brief_price(&self) -> Brief {
        Brief::of(self.dollars().as_ref(), dollars)
    }

    /// The number of courses.
    pub fn brief_courses(&self) -> Brief {
        Brief::of(self.courses.shown(), ToString::to_string)
    }

    /// The work in whole hours, for example `640–970 h`.
    pub fn brief_work(&self) -> Brief {
        Brief::of(self.effort.shown(), |hours| format!("{} h", whole(*hours)))
    }
}

/// Formats dollars as `$98–790`, and a range of thousands as `$1.4k–9k` or `$3.3k–18k`: a range that wide does not
/// justify more digits.
fn dollars(money: &Money) -> String {
    let Range { low, high, .. } = money.units();
    let with_sign = |money: &Money| money.to_string().trim_start_matches("US").to_owned();
    if money.low == money.high {
        return with_sign(money);
    }
    if low < 1000.0 {
        // A range that begins in single dollars and ends higher does not depend on cents.
        let (low, high) = if high < 10.0 { (low, high) } else { (low.round(), high.round()) };
        return with_sign(&Money::from_units(low, high, money.currency));
    }
    let thousands = |amount: f64| {
        let tenths = (amount / 100.0).round();
        if tenths < 100.0 { format!("{}k", tenths / 10.0) } else { format!("{}k", (amount / 1000.0).round()) }
    };
    format!("${}–{}", thousands(low), thousands(high))
}

/// Rounds a range to whole numbers: tenths of an hour would claim more precision than any source has.
fn whole(range: Range) -> Range {
    Range { low: range.low.round(), high: range.high.round(), median: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::{Catalog, ProgramIx};

    fn program(id: &str) -> (Catalog, ProgramIx) {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let ix = catalog.all().find(|ix| catalog.program(*ix).id.as_str() == id).expect("a program of this id");
        (catalog, ix)
    }

    #[test]
    fn what_is_stated_has_no_mark_and_what_is_worked_out_has_one() {
        let (catalog, ix) = program("mitx-supply-chain-management");
        let program = catalog.program(ix);
        assert_eq!(program.brief_length().to_string(), "18 mo");
        assert!(program.brief_price().to_string().starts_with("~ $"), "{}", program.brief_price());
        assert!(program.brief_work().to_string().starts_with("~ "), "{}", program.brief_work());
    }

    #[test]
    fn a_value_in_words_says_its_basis_without_a_sign() {
        let words = |basis| Brief { text: Some("$500".to_owned()), basis: Some(basis) }.in_words();
        for basis in Basis::ALL {
            let expected = match basis {
                Basis::Stated => "$500",
                Basis::Derived | Basis::Estimated => "about $500",
                Basis::Editorial => "$500 (set by hand)",
                Basis::Inferred => "$500 (guessed)",
                Basis::Presumed => "$500 (presumed)",
            };
            assert_eq!(words(basis).as_deref(), Some(expected));
        }
        assert_eq!(Program::default().brief_price().in_words(), None);
    }

    #[test]
    fn unknown_is_a_sign_and_never_nothing() {
        let program = Program::default();
        let all = [program.brief_length(), program.brief_price(), program.brief_courses(), program.brief_work()];
        assert!(all.iter().all(|brief| brief.to_string() == "?"));
    }
}
