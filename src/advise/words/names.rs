//! Programs, kinds and institutions by the names that people use.

use crate::advise::engine::View;
use crate::catalog::{InstitutionIx, Program, ProgramIx};
use crate::english::{article, or_list};

/// The title with who offers it, as people name a program.
pub(crate) fn name(view: &View<'_>, program: ProgramIx) -> String {
    let program = view.catalog.program(program);
    if program.institutions().is_empty() {
        return program.title.to_string();
    }
    format!("{} ({})", program.title, shorts_of(view, program))
}

/// The short names of those who offer a program.
pub(crate) fn shorts_of(view: &View<'_>, program: &Program) -> String {
    view.catalog.institution_shorts(program)
}

/// Short names with `or` between them.
pub(crate) fn shorts(view: &View<'_>, institutions: &[InstitutionIx]) -> String {
    or_list(&institutions.iter().map(|ix| view.catalog.institution(*ix).short.to_string()).collect::<Vec<_>>())
}

/// The kind of a program with its article.
pub(crate) fn a_kind(view: &View<'_>, program: ProgramIx) -> String {
    let name = view.catalog.program(program).kind().name();
    format!("{} {name}", article(name))
}
