//! `prospectus recommend`: the result for a file of answers.

use super::args::{Format, Recommend};
use super::asked::Advisory;
use super::desk::Desk;
use super::failure::{Exit, Failure};

pub(super) fn run(words: &Recommend, desk: &Desk) -> Result<Exit, Failure> {
    desk.only("recommend", &Format::OF_PAGE)?;
    let advisory = Advisory::new(&words.asked.running, desk)?;
    let answers = advisory.answers(&words.asked, desk)?;
    let advice = advisory.advise(&answers);
    advisory.print(&advice, words.explain, desk)
}
