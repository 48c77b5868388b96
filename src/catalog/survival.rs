//! How many programs of an older list are still offered, by kind: the base rate for whether a long program will still
//! be taught at its end. It is counted from the catalogue, with the confidence interval that such small counts allow.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{AsOf, Catalog, Kind, Program};

/// The value of `seen` for a program that appeared in a list.
pub const LISTED: &str = "listed";

/// The minimum number of programs for a rate.
const MIN_PROGRAMS: usize = 10;

/// The quantile of the normal distribution for a 95 % interval.
const Z: f64 = 1.959_963_985;

/// How many programs of one kind in an older list are still offered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Survival {
    /// The kind of the programs.
    pub kind: Kind,
    /// The date of the older list.
    pub from: AsOf,
    /// The date of the catalogue.
    pub to: AsOf,
    /// The number of programs in the older list.
    pub listed: usize,
    /// The number of them that are in the latest list or have moved to another platform.
    pub offered: usize,
}

impl Survival {
    /// The share that is still offered, from 0 to 1.
    pub fn share(&self) -> f64 {
        self.offered as f64 / self.listed as f64
    }

    /// The 95 % confidence interval of the share, by Wilson's method.
    pub fn interval(&self) -> (f64, f64) {
        let (n, share) = (self.listed as f64, self.share());
        let middle = share + Z * Z / (2.0 * n);
        let half = Z * (share * (1.0 - share) / n + Z * Z / (4.0 * n * n)).sqrt();
        let scale = 1.0 + Z * Z / n;
        ((middle - half) / scale, (middle + half) / scale)
    }

    /// A sentence fragment for people, for example `of 164 programs of this kind (Professional Certificate) listed as
    /// of 2021-10, 112 (68 %) were still offered as of 2026-05; the true share may be 61 to 75 %`.
    pub fn words(&self) -> String {
        let percent = |share: f64| (share * 100.0).round();
        let (low, high) = self.interval();
        format!(
            "of {} programs of this kind ({}) listed as of {}, {} ({} %) were still offered as of {}; the true share may be {} to {} %",
            self.listed,
            self.kind.name(),
            self.from.text(),
            self.offered,
            percent(self.share()),
            self.to.text(),
            percent(low),
            percent(high)
        )
    }
}

/// Counts the programs of the oldest list on record in one pass. Kinds with fewer than [`MIN_PROGRAMS`] are omitted.
pub(super) fn count(catalog: &Catalog) -> Vec<Survival> {
    let mut oldest: Option<AsOf> = None;
    let mut counts: BTreeMap<Kind, (usize, usize)> = BTreeMap::new();
    for program in catalog.programs() {
        let Some(listed) = first_listed(&program) else { continue };
        if oldest.as_ref().is_none_or(|oldest| listed.newest() < oldest.newest()) {
            counts.clear();
            oldest = Some(listed.clone());
        }
        if oldest.as_ref().is_some_and(|oldest| listed.newest() == oldest.newest()) {
            let (all, offered) = counts.entry(program.kind().clone()).or_default();
            *all += 1;
            *offered += usize::from(program.is_offered());
        }
    }
    let Some(from) = oldest.filter(|from| from.newest() < catalog.as_of.newest()) else { return Vec::new() };
    let enough = counts.into_iter().filter(|(_, (listed, _))| *listed >= MIN_PROGRAMS);
    let of =
        |(kind, (listed, offered))| Survival { kind, from: from.clone(), to: catalog.as_of.clone(), listed, offered };
    enough.map(of).collect()
}

/// The date of the oldest list that had the program; `None` if no dated list had it.
fn first_listed(program: &Program) -> Option<&AsOf> {
    let listed = program.seen.claims().iter().filter(|claim| claim.value == LISTED && claim.as_of.newest() > 0);
    listed.map(|claim| &claim.as_of).min_by_key(|as_of| as_of.newest())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn survival(listed: usize, offered: usize) -> Survival {
        Survival { kind: Kind::MicroMasters, from: AsOf::undated(), to: AsOf::undated(), listed, offered }
    }

    #[test]
    fn the_interval_is_that_of_wilson() {
        // A textbook example: 8 of 10 gives 0.490 to 0.943.
        let (low, high) = survival(10, 8).interval();
        assert!((low - 0.4902).abs() < 1e-3 && (high - 0.9433).abs() < 1e-3, "{low} {high}");
        assert!(survival(10, 0).interval().0.abs() < 1e-9 && survival(10, 10).interval().1 <= 1.0 + 1e-9);
    }

    #[test]
    fn of_the_shipped_list_of_2021_two_thirds_of_the_certificates_and_two_fifths_of_the_micromasters_are_left() {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let share = |kind| catalog.survival(&kind).map(Survival::share).expect("a rate");
        assert!((share(Kind::ProfessionalCertificate) - 2.0 / 3.0).abs() < 0.05);
        assert!((share(Kind::MicroMasters) - 0.4).abs() < 0.05);
        assert!(catalog.survival(&Kind::BootCamp).is_none());
    }
}
