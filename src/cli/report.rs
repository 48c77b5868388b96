//! `prospectus report`: a result, a comparison, plans or a program as one file to pass on, in HTML or Markdown. A file
//! is written completely or not at all.

use std::path::Path;

use crate::catalog::Catalog;
use crate::compare::similar;
use crate::files::WriteTarget;
use crate::guide::Guide;
use crate::keep::notebook::Profile;
use crate::page::print::html;
use crate::page::{self, Advised, Depth, Page, Report, ReportKind, Rows, Steps};
use crate::plan::{PlanSettings, plans};

use super::args::Report as Words;
use super::asked::Advisory;
use super::failure::{Exit, Failure, shown};
use super::kept::{self, ProfileLog};
use super::output::{Output, write};
use super::{compare, filters, plan};

pub(super) fn run(words: &Words, output: &Output) -> Result<Exit, Failure> {
    let report = report(words, output)?;
    if let Some(path) = &words.html {
        put(path, &html(&report), words, output)?;
    }
    if let Some(path) = &words.md {
        put(path, &report.markdown(), words, output)?;
    }
    Ok(Exit::Fine)
}

fn report(words: &Words, output: &Output) -> Result<Report, Failure> {
    if let Some(answers) = &words.answers {
        return of_answers(words, answers, output);
    }
    if words.shortlist {
        return of_shortlist(words, output);
    }
    if words.program.is_none() && words.compare.is_empty() && words.plan.is_empty() {
        return dossier(words, output);
    }
    let catalog = output.catalog()?;
    let settings = plan::settings(&words.terms, output)?;
    let (kind, pages) = if let Some(id) = &words.program {
        let ix = filters::program(&catalog, id)?;
        let (_, note) = kept::about(output, &catalog.program(ix).id)?;
        let page = page::program(&catalog, ix, &settings, &note);
        (ReportKind::Program, vec![page::with_similar(page, &catalog, &similar(&catalog, ix))])
    } else if words.compare.is_empty() {
        (ReportKind::Plan, of_plans(&catalog, &words.plan, &settings)?)
    } else {
        let programs = filters::programs(&catalog, &words.compare, compare::EACH_ONCE)?;
        (ReportKind::Comparison, vec![page::comparison(&catalog, &programs, &settings, Rows::All)])
    };
    Ok(made(kind, words, None, &catalog, output, pages))
}

fn of_shortlist(words: &Words, output: &Output) -> Result<Report, Failure> {
    let catalog = output.catalog()?;
    let profile = ProfileLog::open(output)?.profile();
    let pages = vec![page::shortlist(&catalog, &profile)];
    Ok(made(ReportKind::Shortlist, words, Some(&profile), &catalog, output, pages))
}

/// Returns everything in one profile: the kept data, the shortlist, the result for the kept answers, and a plan for
/// each kept program.
fn dossier(words: &Words, output: &Output) -> Result<Report, Failure> {
    if output.global().profile.is_none() {
        return Err(Failure::usage(
            "Say what to report: `--answers FILE`, `--compare ID ID`, `--plan ID`, `--program ID`, `--shortlist`, or \
             `--profile NAME` for everything that is kept for a person.",
        ));
    }
    let advisory = Advisory::new(&words.running, output)?;
    let catalog = &advisory.catalog;
    let profile = ProfileLog::open(output)?.profile();
    let mut pages = vec![page::person(catalog, &profile), page::shortlist(catalog, &profile)];
    if let Some(kept) = profile.answers_file() {
        let answers = advisory.adviser.parse_answers(&kept).map_err(|error| Failure::refused(error.sentences()))?;
        let (advice, guide) = (advisory.advise(&answers), Guide::embedded());
        let advised = Advised { catalog, adviser: &advisory.adviser, guide: &guide, advice: &advice, kept: &[] };
        pages.push(page::result(advised, 0, Depth::Short));
    }
    let settings = plan::settings(&words.terms, output)?;
    let plans = plans(catalog, &kept::shortlisted(catalog, &profile), &settings);
    pages.extend(plans.iter().map(|own| page::plan(catalog, own, Steps::Every)));
    Ok(made(ReportKind::Dossier, words, Some(&profile), catalog, output, pages))
}

fn of_answers(words: &Words, answers: &Path, output: &Output) -> Result<Report, Failure> {
    let advisory = Advisory::new(&words.running, output)?;
    let answers = advisory.answers_in(answers)?;
    let advice = advisory.advise(&answers);
    let guide = Guide::embedded();
    let advised =
        Advised { catalog: &advisory.catalog, adviser: &advisory.adviser, guide: &guide, advice: &advice, kept: &[] };
    let pages = vec![page::result(advised, 0, Depth::Short)];
    Ok(made(ReportKind::Recommendation, words, None, &advisory.catalog, output, pages))
}

fn of_plans(catalog: &Catalog, ids: &[String], settings: &PlanSettings) -> Result<Vec<Page>, Failure> {
    let programs = filters::programs(catalog, ids, plan::EACH_ONCE)?;
    Ok(plans(catalog, &programs, settings).iter().map(|own| page::plan(catalog, own, Steps::Every)).collect())
}

/// Returns the pages as a report for the person named on the command line, or else in the profile.
fn made(
    kind: ReportKind,
    words: &Words,
    profile: Option<&Profile>,
    catalog: &Catalog,
    output: &Output,
    pages: Vec<Page>,
) -> Report {
    let whom = words.whom.as_deref().or_else(|| profile?.name.as_deref());
    Report::new(kind, whom, catalog, output.today(), pages)
}

/// Writes a file in one step, or to standard output for `-`. A file that is not a report is replaced only if forced.
fn put(path: &Path, text: &str, words: &Words, output: &Output) -> Result<(), Failure> {
    if path == Path::new("-") {
        return write(text.as_bytes());
    }
    let is_report = |text: &[u8]| page::is_report(text).then_some(1);
    let place = WriteTarget::at(path).of_kind(is_report).existing(words.force.into());
    place.write(text.as_bytes()).map_err(|error| Failure::not_written("The report was not written", path, &error))?;
    output.say(&format!("The report is in {}.", shown(path)));
    Ok(())
}
