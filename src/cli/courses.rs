//! `prospectus courses`: the courses that the user has finished.

use crate::catalog::{Catalog, did_you_mean, printable};
use crate::export::{courses_json, courses_table};
use crate::keep::notebook::Profile;
use crate::names::{quoted, spaced};

use super::args::Format;
use super::args::kept::{Courses, CoursesAction};
use super::failure::{Exit, Failure};
use super::kept::ProfileLog;
use super::output::{Output, write_json};

pub(super) fn run(words: &Courses, output: &Output) -> Result<Exit, Failure> {
    output.only("courses", &Format::OF_TABLE)?;
    let catalog = output.catalog()?;
    let mut kept = ProfileLog::open(output)?;
    let profile = kept.profile();
    let said = match &words.action {
        None => None,
        Some(CoursesAction::Done { courses }) => {
            let ids = ids(courses, |course| known(&catalog, course))?;
            kept.change(&ids.iter().map(|id| profile.finish(id)).collect::<Vec<_>>())?;
            Some(said("Finished", &catalog, &ids))
        }
        Some(CoursesAction::Undone { courses }) => {
            let ids = ids(courses, |course| finished(&catalog, &profile, course))?;
            kept.change(&ids.iter().map(|id| profile.unfinish(id)).collect::<Vec<_>>())?;
            Some(said("Not finished", &catalog, &ids))
        }
    };
    match said {
        Some(said) if output.format() != Format::Json => output.text(&said)?,
        _ => print(&catalog, &kept.profile(), output)?,
    }
    Ok(Exit::Fine)
}

fn ids(typed: &[String], id: impl Fn(&str) -> Result<String, Failure>) -> Result<Vec<String>, Failure> {
    typed.iter().map(|course| id(course.trim())).collect()
}

fn said(what: &str, catalog: &Catalog, ids: &[String]) -> String {
    let lines: Vec<String> = ids.iter().map(|id| format!("{what}: {}.", title(catalog, id))).collect();
    lines.join("\n") + "\n"
}

fn title(catalog: &Catalog, id: &str) -> String {
    let course = catalog.courses().find(|course| course.id.as_str() == id);
    printable(&course.map_or_else(|| id.to_owned(), |course| course.title.to_string())).into_owned()
}

/// Returns the id of a course that is given by id or title.
fn known(catalog: &Catalog, typed: &str) -> Result<String, Failure> {
    let wanted = spaced(typed);
    let is_meant = |id: &str, title: &str| spaced(id) == wanted || spaced(title) == wanted;
    let all: Vec<_> = catalog.courses().map(|course| (course.id.to_string(), course.title.to_string())).collect();
    let mut meant: Vec<&(String, String)> = all.iter().filter(|(id, title)| is_meant(id, title)).collect();
    meant.dedup();
    match meant.as_slice() {
        [(id, _)] => Ok(id.clone()),
        [] => {
            let near = did_you_mean(typed, all.iter().map(|(id, _)| id.as_str()));
            let near =
                if near.is_empty() { did_you_mean(typed, all.iter().map(|(_, title)| title.as_str())) } else { near };
            let hint =
                if near.is_empty() { " `prospectus show ID` lists the courses of a program.".to_owned() } else { near };
            Err(Failure::usage(format!("No course is called `{}`.{hint}", quoted(typed))))
        }
        several => {
            let ids: Vec<String> = several.iter().map(|(id, _)| format!("`{id}`")).collect();
            Err(Failure::usage(format!("Several courses are called `{}`: say {}.", quoted(typed), ids.join(" or "))))
        }
    }
}

/// Returns the id of a finished course. A course that the catalogue no longer has can still be given by its id.
fn finished(catalog: &Catalog, profile: &Profile, typed: &str) -> Result<String, Failure> {
    if profile.done.contains(typed) {
        return Ok(typed.to_owned());
    }
    let id = known(catalog, typed)?;
    if profile.done.contains(&id) {
        return Ok(id);
    }
    Err(Failure::usage(format!("`{}` is not marked as finished; `prospectus courses` lists what is.", quoted(typed))))
}

fn print(catalog: &Catalog, profile: &Profile, output: &Output) -> Result<(), Failure> {
    if output.format() == Format::Json {
        return write_json(&courses_json(catalog, profile));
    }
    if profile.done.is_empty() {
        output.say("No course is marked as finished; `prospectus courses done COURSE` marks one.");
        return Ok(());
    }
    let table = courses_table(catalog, profile);
    output.table(table)
}
