//! Reads catalogues of this program among the inputs: their records stay as they are written. A record that breaks a
//! rule is rejected, and the others are read.

use super::{Current, DocumentReader, date};
use crate::catalog::import::draft::Thing;
use crate::catalog::import::found::Found;
use crate::catalog::import::gather::Spot;
use crate::catalog::import::node::Remarks;
use crate::catalog::import::own::{self, Own};
use crate::catalog::import::report::{At, Outcome};
use crate::catalog::{Catalog, CatalogError};

impl DocumentReader<'_> {
    pub(super) fn own(&mut self, current: &mut Current<'_>, text: &str) {
        let checked = Catalog::from_text(text);
        let read = serde_json::from_str::<Own>(text);
        let (catalog, broken) = match (read, checked.err()) {
            (Ok(catalog), None) => (catalog, own::Broken::new()),
            (Ok(catalog), Some(error)) => match own_broken(&catalog, &error) {
                Some(broken) => (catalog, broken),
                None => return self.refuse_own(current, &explained(&error)),
            },
            (Err(_), Some(error)) => return self.refuse_own(current, &explained(&error)),
            (Err(_), None) => return self.refuse_own(current, &["is not a catalogue".to_owned()]),
        };
        current.has_known = true;
        // A catalogue is as old as it says, whenever its file was written.
        let as_of = Some(catalog.as_of.clone()).filter(|as_of| !date::is_to_come(as_of, self.today));
        self.origins[current.number as usize].changed = as_of;
        for (list, thing) in [("courses", Thing::Course), ("programs", Thing::Program)] {
            let records = if thing == Thing::Course { &catalog.courses } else { &catalog.programs };
            for (number, record) in records.iter().enumerate() {
                let reason = own::id_of(record).and_then(|id| broken.get(&id));
                let found = match (reason, own::draft(record, thing)) {
                    (Some(reason), _) => Found::Rejected(reason.clone()),
                    (None, Some(draft)) => Found::draft(draft),
                    (None, None) => Found::Rejected("cannot be read".to_owned()),
                };
                let path = format!("/{list}/{number}");
                self.found(current, found, Remarks::default(), At::Pointer(path.clone()), Spot::Path(path.into()));
            }
        }
        self.catalogs.push(catalog.without(&broken));
    }

    fn refuse_own(&mut self, current: &Current<'_>, reasons: &[String]) {
        for reason in reasons {
            self.settle(current, At::File, Outcome::Rejected, reason);
        }
    }
}

fn own_broken(catalog: &Own, error: &CatalogError) -> Option<own::Broken> {
    match error {
        CatalogError::Rejected(problems) => own::broken(catalog, problems.clone()),
        _ => None,
    }
}

fn explained(error: &CatalogError) -> Vec<String> {
    match error {
        CatalogError::Rejected(problems) => problems.iter().map(ToString::to_string).collect(),
        error => vec![error.to_string()],
    }
}
