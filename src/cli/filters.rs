//! From the words of a command to a view of the catalogue: facet values by any name people use for them, limits, and
//! what is to be said of programs that a limit could not be held against.

use crate::catalog::{Catalog, Currency, Program, ProgramIx, did_you_mean, printable};
use crate::search::{Facet, Filters, Index, Limits, View};

use super::args::{Filter, StatusWord};
use super::failure::{Failure, sentence};

/// The view that the words ask for, in no particular order.
pub(super) fn view(catalog: &Catalog, words: &Filter) -> Result<View, Failure> {
    let mut filters = Filters::none();
    if words.status != StatusWord::All {
        filters.toggle(Facet::Status, if words.status == StatusWord::Current { "current" } else { "older" });
    }
    let chosen = [
        (Facet::Institution, &words.institution),
        (Facet::Field, &words.field),
        (Facet::Kind, &words.kind),
        (Facet::Level, &words.level),
        (Facet::Language, &words.language),
    ];
    for (facet, values) in chosen {
        for typed in values {
            filters.choose(catalog, facet, typed).map_err(|message| Failure::usage(sentence(&message)))?;
        }
    }
    filters.limits = Limits {
        max_months: words.max_months,
        max_hours: words.max_hours,
        max_price: words.max_price,
        unknowns: words.unknown.into(),
    };
    Ok(View { query: words.query.join(" "), filters, ..View::default() })
}

/// Sentences about the programs that are shown although a limited fact of theirs is unknown.
pub(super) fn kept_unknown(catalog: &Catalog, limits: &Limits, programs: &[ProgramIx]) -> Vec<String> {
    let count = |is_unknown: fn(&Program) -> bool| {
        programs.iter().filter(|program| is_unknown(catalog.program(**program))).count()
    };
    let limited = [
        (limits.max_months, "length", count(|program| !program.length.is_known())),
        (limits.max_hours, "work", count(|program| !program.effort.is_known())),
        (limits.max_price, "price in US dollars", count(|program| program.price_in(Currency::USD).is_none())),
    ];
    let kept = limited.into_iter().filter(|(limit, _, count)| limit.is_some() && *count > 0);
    kept.map(|(_, fact, count)| {
        let programs = if count == 1 { "program" } else { "programs" };
        format!("{count} {programs} of unknown {fact} kept; `--unknown drop` leaves them out.")
    })
    .collect()
}

/// The program of that id, or what to say with the nearest id or the titles that fit.
pub(super) fn program(catalog: &Catalog, id: &str) -> Result<ProgramIx, Failure> {
    if let Some(ix) = catalog.find(id) {
        return Ok(ix);
    }
    let said = format!("No program has the id `{}`.", printable(id));
    let near = did_you_mean(id, catalog.programs().map(|program| program.id.clone()));
    if !near.is_empty() {
        return Err(Failure::usage(said + &near));
    }
    let view = View { query: id.replace(['-', '_'], " "), filters: Filters::none(), ..View::default() };
    let hits = Index::new(catalog).search(catalog, &view).hits;
    let ids: Vec<String> = hits.iter().take(3).map(|hit| format!("`{}`", catalog.program(hit.program).id)).collect();
    if ids.is_empty() {
        return Err(Failure::usage(format!("{said} `prospectus list` prints the ids.")));
    }
    Err(Failure::usage(format!("{said} Programs like that: {}.", ids.join(", "))))
}
