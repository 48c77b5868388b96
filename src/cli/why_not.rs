//! `prospectus why-not`: why a program is not first, or not recommended at all.

use crate::export::advice::why_not_json;
use crate::page;

use super::args::{Format, WhyNot};
use super::asked::Advisory;
use super::failure::{Exit, Failure};
use super::output::{Output, write_json};

pub(super) fn run(words: &WhyNot, output: &Output) -> Result<Exit, Failure> {
    output.only("why-not", &Format::OF_PAGE)?;
    let advisory = Advisory::new(&words.asked.running, output)?;
    let answers = advisory.answers(&words.asked, output)?;
    let why = advisory.adviser.why_not(&advisory.catalog, &answers, &advisory.settings, &words.id);
    let explainer = advisory.adviser.explainer(&advisory.catalog, &why.asked);
    if output.format() == Format::Json {
        write_json(&why_not_json(&why, &explainer))?;
    } else {
        output.page(page::why_not(&explainer, &why))?;
    }
    Ok(Exit::Fine)
}
