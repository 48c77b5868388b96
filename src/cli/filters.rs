//! Turns arguments into a view of the catalogue: facet values by any of their names, limits, and messages about
//! programs to which a limit could not be applied.

use crate::catalog::{Catalog, ProgramIx, did_you_mean};
use crate::english::counted;
use crate::search::{Facet, Filters, Hits, Index, Limits, Quantity, Span, View};

use super::args::{Filter, StatusWord};
use super::failure::{Exit, Failure, sentence};
use crate::names::quoted;

/// Returns the view for the arguments, in the default order.
pub(super) fn view(catalog: &Catalog, words: &Filter) -> Result<View, Failure> {
    let mut filters = if words.status == StatusWord::Offered { Filters::default() } else { Filters::none() };
    filters.chosen.extend(words.status.only().map(|status| (Facet::Status, [status.slug().to_owned()].into())));
    let chosen = [
        (Facet::Institution, &words.institution),
        (Facet::Field, &words.field),
        (Facet::Topic, &words.topic),
        (Facet::Kind, &words.kind),
        (Facet::Level, &words.level),
        (Facet::Language, &words.language),
    ];
    for (facet, values) in chosen {
        for typed in values {
            filters.choose(catalog, facet, typed).map_err(|error| {
                let every = format!("`prospectus facets` lists every {}.", facet.slug());
                Failure::Told(Exit::Usage, vec![sentence(&error.to_string()), every])
            })?;
        }
    }
    let limits =
        [(Quantity::Months, words.max_months), (Quantity::Hours, words.max_hours), (Quantity::Price, words.max_price)];
    for (quantity, most) in limits {
        filters.limits.set(quantity, most.map_or(Span::ANY, Span::at_most));
    }
    filters.limits.unknowns = words.unknown.into();
    let asked = View { query: words.query.join(" "), filters, ..View::default() };
    let reading = asked.read(catalog);
    match reading.complaints.first() {
        Some(complaint) => Err(Failure::usage(sentence(complaint))),
        None => Ok(reading.view),
    }
}

/// Returns messages about listed programs whose limited fact is unknown.
pub(super) fn kept_unknown(catalog: &Catalog, limits: &Limits, found: &Hits) -> Vec<String> {
    let count = |quantity: Quantity| {
        found.programs().filter(|program| quantity.of(&catalog.program_once(*program)).is_none()).count()
    };
    let limited = Quantity::ALL.into_iter().filter(|quantity| !limits.span(*quantity).is_any());
    let kept = limited.map(|quantity| (quantity.fact(), count(quantity))).filter(|(_, count)| *count > 0);
    kept.map(|(fact, count)| {
        format!("{} of unknown {fact} kept; `--unknown drop` leaves them out.", counted(count, "program"))
    })
    .collect()
}

/// Returns the program with an id. The error suggests the nearest id, or programs whose titles match.
pub(super) fn program(catalog: &Catalog, id: &str) -> Result<ProgramIx, Failure> {
    if let Some(ix) = catalog.find(id) {
        return Ok(ix);
    }
    let said = format!("No program has the id `{}`.", quoted(id));
    let near = did_you_mean(id, catalog.ids());
    if !near.is_empty() {
        return Err(Failure::usage(said + &near));
    }
    let view = View { query: id.replace(['-', '_'], " "), filters: Filters::none(), ..View::default() };
    let hits = Index::new(catalog).search(catalog, &view);
    let ids: Vec<String> = hits.iter().take(3).map(|hit| format!("`{}`", catalog.program(hit.program).id)).collect();
    if ids.is_empty() {
        return Err(Failure::usage(format!("{said} `prospectus list` prints the ids.")));
    }
    Err(Failure::usage(format!("{said} Programs like that: {}.", ids.join(", "))))
}

/// Returns the programs with these ids, which must be distinct; `hint` says how many may be given.
pub(super) fn programs(catalog: &Catalog, ids: &[String], hint: &str) -> Result<Vec<ProgramIx>, Failure> {
    let mut programs: Vec<ProgramIx> = Vec::with_capacity(ids.len());
    for id in ids {
        let program = program(catalog, id)?;
        if programs.contains(&program) {
            return Err(Failure::usage(format!("`{}` is named twice. {hint}", quoted(id))));
        }
        programs.push(program);
    }
    Ok(programs)
}
