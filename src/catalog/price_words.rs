//! The price of a program in words: the comparable figure first, then the claim it was computed from, and what the
//! owner said.

use super::rates::Rates;
use super::{Basis, Cell, Claim, Currency, Fact, FactKey, Money, Origin, Price, Program};

impl Program {
    /// Returns the comparable price with the claim it was computed from and what the owner said:
    /// `US$1,476 (£1,145 in 2024)`. Returns `None` if no price can be compared.
    pub(super) fn price_in_full(&self, told: Currency) -> Option<Cell<'_>> {
        let cell = self.price_with_claim(told)?;
        let owner = self.owners_claim().map(|owner| format!("; its owner said {} {}", owner.value.money, when(owner)));
        Some(Cell { text: cell.text + &owner.unwrap_or_default(), ..cell })
    }

    /// Returns the comparable price with the claim it was computed from: `US$1,476 (£1,145 in 2024)`. Returns `None` if
    /// no price can be compared.
    pub fn price_with_claim(&self, told: Currency) -> Option<Cell<'_>> {
        let (claim, figure) = (self.compared_claim()?, self.comparable.as_ref()?);
        let (amount, is_as_claimed) = self.amount(told)?;
        let made_of = if is_as_claimed { in_brackets(claim) } else { original(claim) };
        Some(self.cell_of(claim, figure.basis, format!("{amount} {made_of}")))
    }

    /// Returns the price of a part: of a course, of the exam or of anything else; `None` for any other fact.
    pub fn part_price(&self, key: FactKey) -> Option<&Fact<Price>> {
        match key {
            FactKey::CoursePrice => Some(&self.course_price),
            FactKey::ExamPrice => Some(&self.exam_price),
            FactKey::OtherPrice => Some(&self.other_price),
            _ => None,
        }
    }

    /// The shown price of a part in another currency, with the amount as claimed:
    /// `US$99 (£77 in 2024)`. Returns `None` if it is unknown or there is no rate on record.
    pub fn part_price_in(&self, key: FactKey, told: Currency) -> Option<(Cell<'_>, Money)> {
        let fact = self.part_price(key)?;
        let claim = fact.shown()?;
        let is_as_claimed = claim.value.money.currency == told;
        let converted = Rates::shipped().convert(claim.value.money, told)?;
        let money = if is_as_claimed { converted } else { converted.in_whole_units() };
        let basis = if is_as_claimed { claim.basis } else { claim.basis.max(Basis::Derived) };
        let text = if is_as_claimed { dated(claim) } else { format!("{money} {}", original(claim)) };
        let of = if key == FactKey::OtherPrice { format!(" for {}", claim.value.what.name()) } else { String::new() };
        Some((Cell { others: fact.others(), ..self.cell_of(claim, basis, text + &of) }, money))
    }

    /// Returns the comparable price with the claim it was computed from: `US$1,476 (£1,145 in 2024)`. If no price can be
    /// compared, the shown claim, marked as not converted; `None` if no price is known.
    pub(super) fn price_in_short(&self, told: Currency) -> Option<Cell<'_>> {
        if self.compared_claim().zip(self.comparable.as_ref()).is_none() {
            let claim = self.price.shown()?;
            return Some(self.cell_of(claim, claim.basis, format!("{}, not converted", dated(claim))));
        }
        self.price_with_claim(told)
    }

    /// The amount as `US$1,476` or `US$1,430–9,000, about US$2,700`, and whether it is the claim itself.
    fn amount(&self, told: Currency) -> Option<(String, bool)> {
        let figure = self.comparable.as_ref()?;
        let (money, median) = figure.in_currency(told)?;
        let median = Money { low: median, high: median, ..money };
        let text = if figure.is_vague() { format!("{money}, about {median}") } else { money.to_string() };
        Some((text, money == figure.from))
    }

    fn cell_of<'c>(&'c self, claim: &'c Claim<Price>, basis: Basis, text: String) -> Cell<'c> {
        let origin = Origin {
            basis,
            source: claim.source,
            as_of: claim.as_of.text(),
            grade: claim.grade,
            note: claim.note.as_deref(),
        };
        Cell { text, origin: Some(origin), others: self.price.others() }
    }
}

/// An amount with its year, because prices age.
pub(super) fn dated(claim: &Claim<Price>) -> String {
    format!("{} {}", claim.value.money, in_brackets(claim))
}

fn in_brackets(claim: &Claim<Price>) -> String {
    let date = claim.as_of.year().map_or_else(|| "undated".to_owned(), |year| year.to_string());
    claim.value.tax.map_or_else(|| format!("({date})"), |tax| format!("({date}, {})", tax.name()))
}

/// The amount as claimed, with its year: `(£77 in 2024)`.
fn original(claim: &Claim<Price>) -> String {
    format!("({} {})", claim.value.money, when(claim))
}

fn when(claim: &Claim<Price>) -> String {
    claim.as_of.year().map_or_else(|| "undated".to_owned(), |year| format!("in {year}"))
}
