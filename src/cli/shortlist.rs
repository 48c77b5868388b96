//! `prospectus shortlist`: the programs that a person keeps, in their order, with what changed since they were kept.

use jiff::civil::Date;

use crate::catalog::{Catalog, printable};
use crate::export::{kept_page, kept_sheet, plans_ics, shortlist_json};
use crate::keep::log::Change;
use crate::keep::notebook::{Profile, Snapshot};
use crate::plan::{PlanSettings, plans};

use super::args::Format;
use super::args::kept::{Shortlist, ShortlistAction};
use super::failure::{Exit, Failure};
use super::filters;
use super::kept::{self, Kept};
use super::output::{Output, write, write_json};

pub(super) fn run(words: &Shortlist, output: &Output) -> Result<Exit, Failure> {
    output.only("shortlist", &Format::OF_PLAN)?;
    let catalog = output.catalog()?;
    let mut kept = Kept::open(output)?;
    if let Some(action) = &words.action {
        let (changes, said) = changes(action, &catalog, &kept.profile(), output)?;
        kept.change(&changes)?;
        if output.format() != Format::Json {
            return output.text(&said).map(|()| Exit::Fine);
        }
    }
    print(&catalog, &kept.profile(), output)?;
    Ok(Exit::Fine)
}

/// What an action changes, and what is said of it.
fn changes(
    action: &ShortlistAction,
    catalog: &Catalog,
    profile: &Profile,
    output: &Output,
) -> Result<(Vec<Change>, String), Failure> {
    match action {
        ShortlistAction::Add { ids } => add(ids, catalog, profile, output.today()),
        ShortlistAction::Remove { ids } => {
            let ids = ids.iter().map(|id| kept::kept_id(profile, id)).collect::<Result<Vec<_>, _>>()?;
            let changes = ids.iter().map(|id| profile.drop_program(id)).collect();
            Ok((changes, said(&ids, profile, "Taken off the shortlist")))
        }
        ShortlistAction::Move { id, place } => {
            let id = kept::kept_id(profile, id)?;
            let place = (*place as usize).min(profile.shortlist.len());
            Ok((profile.move_to(&id, place), format!("{id} is number {place} now.\n")))
        }
        ShortlistAction::Label { id, labels, off } => {
            let id = kept::kept_id(profile, id)?;
            let change = |label: &String| if *off { profile.unlabel(&id, label) } else { profile.label(&id, label) };
            let verb = if *off { "Taken off" } else { "Put on" };
            let labels_said = printable(&labels.join(", ")).into_owned();
            Ok((labels.iter().map(change).collect(), format!("{verb} {id}: {labels_said}.\n")))
        }
    }
}

/// Keeps programs; what is kept already stays as it was kept.
fn add(ids: &[String], catalog: &Catalog, profile: &Profile, on: Date) -> Result<(Vec<Change>, String), Failure> {
    let mut profile = profile.clone();
    let (mut changes, mut said) = (Vec::new(), Vec::new());
    for id in ids {
        let program = catalog.program(filters::program(catalog, id)?);
        if profile.entry(&program.id).is_some() {
            said.push(format!("{} was kept already.\n", program.title));
            continue;
        }
        changes.extend(profile.keep_as_last(&program.id, Snapshot::of(catalog, program, on)));
        said.push(format!("Kept: {}.\n", program.title));
    }
    Ok((changes, said.concat()))
}

fn said(ids: &[String], profile: &Profile, what: &str) -> String {
    let title = |id: &String| profile.entry(id).map_or_else(|| id.clone(), |entry| entry.snapshot.title.clone());
    ids.iter().map(|id| format!("{what}: {}.\n", printable(&title(id)))).collect::<Vec<_>>().concat()
}

fn print(catalog: &Catalog, profile: &Profile, output: &Output) -> Result<(), Failure> {
    match output.format() {
        Format::Json => write_json(&shortlist_json(catalog, profile)),
        Format::Csv => output.csv(&kept_sheet(catalog, profile)),
        Format::Ics => {
            let settings = PlanSettings::new(output.today());
            let plans = plans(catalog, &kept::shortlisted(catalog, profile), &settings);
            write(plans_ics(catalog, &plans, output.now()).as_bytes())
        }
        _ if profile.shortlist.is_empty() => {
            output.say("Nothing is kept yet; `prospectus shortlist add ID` keeps a program.");
            Ok(())
        }
        _ => output.page(kept_page(catalog, profile)),
    }
}
