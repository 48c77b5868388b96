//! Changes to the pathways of a program: added, removed or closed.

use super::Change;
use crate::catalog::{Pathway, Program, Text};

/// Returns the pathways that only one of the two has, as one change.
pub(super) fn changes(old: &Program, new: &Program) -> Option<Change> {
    let (were, are) = (worded(old), worded(new));
    let only = |these: &[String], those: &[String]| -> String {
        let only: Vec<&str> = these.iter().filter(|one| !those.contains(one)).map(String::as_str).collect();
        if only.is_empty() { "none".to_owned() } else { only.join("; ") }
    };
    Change::of("pathways", "Where it may count", only(&were, &are), only(&are, &were))
}

fn worded(program: &Program) -> Vec<String> {
    program.pathways.iter().map(pathway).collect()
}

fn pathway(pathway: &Pathway) -> String {
    let named = [Some(&pathway.institution), pathway.program.as_ref(), pathway.amount.as_ref()];
    let named: Vec<&str> = named.into_iter().flatten().map(Text::as_str).collect();
    format!("{} ({}; {})", named.join(", "), pathway.counts.name(), pathway.status.name())
}
