//! `prospectus shortlist`: the programs that the user keeps, in order, with what changed since they were kept.

use std::path::Path;

use jiff::civil::Date;

use crate::catalog::{Catalog, printable};
use crate::export::{Exported, kept_page, kept_sheet, plans_ics, read_shortlist, shortlist_json};
use crate::keep::log::Change;
use crate::keep::notebook::{Profile, Snapshot};
use crate::plan::{PlanSettings, plans};

use super::args::Format;
use super::args::kept::{Shortlist, ShortlistAction};
use super::failure::{Exit, Failure};
use super::filters;
use super::input::{source_name, source_text};
use super::kept::{self, ProfileLog};
use super::output::{Output, write, write_json};
use crate::names::quoted;

/// The maximum size of an exported shortlist, in bytes.
const MAX_BYTES: u64 = 16 << 20;

pub(super) fn run(words: &Shortlist, output: &Output) -> Result<Exit, Failure> {
    output.only("shortlist", &Format::OF_PLAN)?;
    let catalog = output.catalog()?;
    let mut kept = ProfileLog::open(output)?;
    if let Some(action) = &words.action {
        let (changes, said) = changes(action, &catalog, &kept.profile(), output)?;
        kept.change(&changes)?;
        if output.format() != Format::Json {
            return output.text(&said).map(|()| Exit::Fine);
        }
    }
    let (profile, label) = (kept.profile(), words.label.as_deref());
    let shown = if let Some(label) = label { profile.with_label(label) } else { profile };
    print(&catalog, &shown, label, output)?;
    Ok(Exit::Fine)
}

/// Returns the changes for an action, and the message about them.
fn changes(
    action: &ShortlistAction,
    catalog: &Catalog,
    profile: &Profile,
    output: &Output,
) -> Result<(Vec<Change>, String), Failure> {
    match action {
        ShortlistAction::Add { ids } => add(ids, catalog, profile, output.today()),
        ShortlistAction::Import { file } => take_in(file, catalog, profile, output),
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

/// Keeps programs. Programs that are already kept are not changed.
fn add(ids: &[String], catalog: &Catalog, profile: &Profile, on: Date) -> Result<(Vec<Change>, String), Failure> {
    let mut profile = profile.clone();
    let (mut changes, mut said) = (Vec::new(), Vec::new());
    for id in ids {
        let program = catalog.program(filters::program(catalog, id)?);
        if profile.entry(&program.id).is_some() {
            said.push(format!("{} was already kept.\n", program.title));
            continue;
        }
        changes.extend(profile.keep_as_last(&program.id, Snapshot::of(catalog, program, on)));
        said.push(format!("Kept: {}.\n", program.title));
    }
    Ok((changes, said.concat()))
}

/// Keeps the programs of an exported shortlist. Programs that are already kept are not changed.
fn take_in(
    file: &Path,
    catalog: &Catalog,
    profile: &Profile,
    output: &Output,
) -> Result<(Vec<Change>, String), Failure> {
    let name = printable(&file.to_string_lossy()).into_owned();
    let unreadable = |error| Failure::failed(format!("The shortlist in {} {error}.", source_name(file)));
    let text = source_text(file, MAX_BYTES).map_err(unreadable)?;
    let all = read_shortlist(&text).map_err(|error| Failure::refused(vec![format!("{name} {error}.")]))?;
    let mut profile = profile.clone();
    let (mut changes, mut said) = (Vec::new(), Vec::new());
    for one in all.programs {
        let snapshot = snapshot(&one, catalog, output.today());
        match snapshot {
            _ if profile.entry(&one.id).is_some() => said.push(format!("{} was already kept.\n", one.id)),
            None => output.say(&format!("{} is not in this catalogue, and {name} does not say what it is.", one.id)),
            Some(snapshot) => {
                said.push(format!("Kept: {}.\n", printable(&snapshot.title)));
                changes.extend(profile.keep_as_last(&one.id, snapshot));
                changes.extend(one.labels.iter().map(|label| profile.label(&one.id, label)));
                changes.extend(new_note(&profile, &one));
            }
        }
    }
    for (change, id) in all.notes.iter().filter_map(|one| Some((new_note(&profile, one)?, &one.id))) {
        said.push(format!("Note kept: {id}.\n"));
        changes.push(change);
    }
    Ok((changes, said.concat()))
}

/// Returns the change that adds a note to the profile; `None` if there is no note, or if the program already has one.
fn new_note(profile: &Profile, one: &Exported) -> Option<Change> {
    let is_new = !one.note.is_empty() && profile.note_on(&one.id).is_empty();
    is_new.then(|| profile.set_note(&one.id, &one.note))
}

/// Returns the facts on record when the program was exported, or the current facts if the export has none. `None` if
/// the catalogue lacks the program too.
fn snapshot(one: &Exported, catalog: &Catalog, today: Date) -> Option<Snapshot> {
    one.snapshot.clone().or_else(|| {
        let program = catalog.program(catalog.find(&one.id)?);
        Some(Snapshot::of(catalog, program, one.kept.parse().unwrap_or(today)))
    })
}

fn said(ids: &[String], profile: &Profile, what: &str) -> String {
    let title = |id: &String| profile.entry(id).map_or_else(|| id.clone(), |entry| entry.title().to_owned());
    ids.iter().map(|id| format!("{what}: {}.\n", printable(&title(id)))).collect::<Vec<_>>().concat()
}

fn print(catalog: &Catalog, profile: &Profile, label: Option<&str>, output: &Output) -> Result<(), Failure> {
    match output.format() {
        Format::Json => write_json(&shortlist_json(catalog, profile)),
        Format::Csv => output.csv(&kept_sheet(catalog, profile)),
        Format::Ics => {
            let settings = PlanSettings::new(output.today());
            let plans = plans(catalog, &kept::shortlisted(catalog, profile), &settings);
            write(plans_ics(catalog, &plans, output.now()).as_bytes())
        }
        _ if profile.shortlist.is_empty() && profile.loose_notes().next().is_none() => {
            output.say(&label.map_or_else(
                || "Nothing is kept yet; `prospectus shortlist add ID` keeps a program.".to_owned(),
                |label| format!("No kept program has the label `{}`.", quoted(label)),
            ));
            Ok(())
        }
        _ => output.page(kept_page(catalog, profile)),
    }
}
