//! `prospectus why-not`: why a program is not the first one, or not there at all.

use crate::export::advice::why_not_json;
use crate::page;

use super::args::{Format, WhyNot};
use super::asked::Advisory;
use super::desk::{Desk, write_json};
use super::failure::{Exit, Failure};

pub(super) fn run(words: &WhyNot, desk: &Desk) -> Result<Exit, Failure> {
    desk.only("why-not", &Format::OF_PAGE)?;
    let advisory = Advisory::new(&words.asked.running, desk)?;
    let answers = advisory.answers(&words.asked, desk)?;
    let why = advisory.adviser.why_not(&advisory.catalog, &answers, &advisory.settings, &words.id);
    let explainer = advisory.adviser.explainer(&advisory.catalog, &why.asked);
    if desk.format() == Format::Json {
        write_json(&why_not_json(&why, &explainer))?;
    } else {
        desk.page(page::why_not(&explainer, &why))?;
    }
    Ok(Exit::Fine)
}
