//! Reads a catalogue of this program record by record: one that breaks a rule is rejected, and the others are taken in. A
//! catalogue whose head, sources or institutions break a rule is rejected as a whole, because every record cites them.

use super::{Current, DocumentReader};
use crate::catalog::CatalogError;
use crate::catalog::import::draft::Thing;
use crate::catalog::import::found::Found;
use crate::catalog::import::gather::Spot;
use crate::catalog::import::node::Remarks;
use crate::catalog::import::own::{self, Own};
use crate::catalog::import::report::{At, Outcome};
use crate::catalog::load::Inspector;

impl DocumentReader<'_> {
    pub(super) fn own(&mut self, current: &mut Current<'_>, text: &str) {
        let (catalog, inspector) = match opened(text) {
            Ok(opened) => opened,
            Err(reasons) => {
                for reason in reasons {
                    self.settle(current, At::File, Outcome::Rejected, &reason);
                }
                return;
            }
        };
        current.has_known = true;
        for (list, thing) in [("courses", Thing::Course), ("programs", Thing::Program)] {
            let records = if thing == Thing::Course { &catalog.courses } else { &catalog.programs };
            for (number, record) in records.iter().enumerate() {
                let checked = match thing {
                    Thing::Course => inspector.course(record.get()),
                    Thing::Program => inspector.program(record.get()),
                };
                let found = match checked {
                    Ok(()) => own::draft(record, thing).map(Found::draft),
                    Err(error) => Some(Found::Rejected(explained(&error).join("; "))),
                };
                let found = found.unwrap_or_else(|| Found::Rejected("cannot be read".to_owned()));
                let path = format!("/{list}/{number}");
                self.found(current, found, Remarks::default(), At::Pointer(path.clone()), Spot::Path(path.into()));
            }
        }
        self.catalogs.push(catalog);
    }
}

/// The catalogue and what its records can cite, or why it cannot be used.
fn opened(text: &str) -> Result<(Own, Inspector), Vec<String>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let whole = || match crate::catalog::Catalog::from_text(text) {
        Ok(_) => vec!["is not a catalogue".to_owned()],
        Err(error) => explained(&error),
    };
    let catalog = serde_json::from_str::<Own>(text).ok().filter(Own::is_of_this_format).ok_or_else(whole)?;
    let inspector = catalog.inspector().map_err(|error| explained(&error))?;
    Ok((catalog, inspector))
}

fn explained(error: &CatalogError) -> Vec<String> {
    match error {
        CatalogError::Rejected(problems) => problems.iter().map(ToString::to_string).collect(),
        error => vec![error.to_string()],
    }
}
