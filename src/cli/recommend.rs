//! `prospectus recommend`: the result for a file of answers.

use super::args::{Format, Recommend};
use super::asked::Advisory;
use super::failure::{Exit, Failure};
use super::output::Output;

pub(super) fn run(words: &Recommend, output: &Output) -> Result<Exit, Failure> {
    output.only("recommend", &Format::OF_PAGE)?;
    let advisory = Advisory::new(&words.asked.running, output)?;
    let answers = advisory.answers(&words.asked, output)?;
    let advice = advisory.advise(&answers);
    advisory.print(&advice, words.explain, output)
}
