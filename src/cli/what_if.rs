//! `prospectus what-if`: the result before and after a change of answers.

use crate::advise::Answers;
use crate::export::advice::what_if_json;
use crate::page;

use super::args::{Format, WhatIf};
use super::asked::Advisory;
use super::failure::{Exit, Failure};
use super::output::{Output, write_json};

pub(super) fn run(words: &WhatIf, output: &Output) -> Result<Exit, Failure> {
    output.only("what-if", &Format::OF_PAGE)?;
    let advisory = Advisory::new(&words.asked.running, output)?;
    let answers = advisory.answers(&words.asked, output)?;
    once_each(&words.set)?;
    let mut changed = answers.clone();
    for setting in &words.set {
        changed = advisory
            .adviser
            .with_setting(&changed, setting, advisory.settings.as_of)
            .map_err(|error| Failure::usage(error.to_string()))?;
    }
    let what = advisory.adviser.what_if(&advisory.catalog, &answers, &advisory.settings, &changed);
    if output.format() == Format::Json {
        write_json(&what_if_json(&what, &advisory.adviser, &advisory.catalog))?;
    } else {
        output.page(page::what_if(&advisory.adviser, &advisory.catalog, &what))?;
    }
    Ok(Exit::Fine)
}

/// Rejects two settings of the same question, because one of them would be lost silently.
fn once_each(settings: &[String]) -> Result<(), Failure> {
    let mut seen = std::collections::BTreeSet::new();
    let twice = settings.iter().filter_map(|setting| Answers::question_of(setting)).find(|name| !seen.insert(*name));
    twice.map_or(Ok(()), |name| Err(Failure::usage(format!("`{name}` is set twice; a question has one answer."))))
}
