//! The price of a program and of a course: the comparable figure as a claim, with the claim that it was computed from.

use super::rates::Rates;
use super::{AsOf, Basis, Claim, Comparable, Course, Currency, Money, Price, Program};

impl Program {
    /// Returns the claim that the comparable price was computed from; `None` if there is no comparable price.
    pub fn compared_claim(&self) -> Option<&Claim<Price>> {
        self.price.claims().get(self.comparable.as_ref()?.claim as usize)
    }

    /// Returns the claim on the owner's own page; `None` unless the comparable price was computed from another source.
    pub fn owners_claim(&self) -> Option<&Claim<Price>> {
        self.price.claims().get(self.comparable.as_ref()?.owner? as usize)
    }

    /// Returns the comparable price in US dollars as a claim, with the source and date of the claim it was computed
    /// from.
    pub fn dollars(&self) -> Option<Claim<Money>> {
        self.price_in(Currency::USD)
    }

    /// The comparable price as a claim in the given currency. If it cannot be converted, the first price claimed in
    /// that currency; `None` if there is none.
    pub fn price_in(&self, currency: Currency) -> Option<Claim<Money>> {
        let compared = self.comparable.as_ref().zip(self.compared_claim());
        let converted = compared.and_then(|(figure, claim)| Some((figure.in_currency(currency)?.0, figure, claim)));
        let Some((money, figure, claim)) = converted else {
            return self.price.claims().iter().find(|claim| claim.value.money.currency == currency).map(Claim::money);
        };
        if money == figure.from {
            return Some(claim.money());
        }
        let note = figure.how(claim, currency);
        Some(Claim { value: money, basis: claim.basis.max(Basis::Derived), note: Some(note.into()), ..claim.money() })
    }
}

impl Course {
    /// Returns the comparable price of the course in US dollars, computed as for a program.
    pub fn dollars(&self, as_of: &AsOf) -> Option<Claim<Money>> {
        let figure = Comparable::of(self.price.claims(), as_of, Rates::shipped())?;
        let claim = self.price.claims().get(figure.claim as usize)?;
        let note =
            if figure.is_as_claimed() { claim.note.clone() } else { Some(figure.how(claim, Currency::USD).into()) };
        Some(Claim { value: figure.dollars, basis: figure.basis, note, ..claim.money() })
    }
}
