//! `prospectus flow`: the questionnaire as data or as a graph.

use crate::export::{flow_dot, flow_json, flow_mermaid};

use super::args::{Format, Questions};
use super::asked::questionnaire;
use super::failure::{Exit, Failure};
use super::output::{Output, write_json};

pub(super) fn run(words: &Questions, output: &Output) -> Result<Exit, Failure> {
    let asked = questionnaire(words)?;
    match output.explicit_format().unwrap_or(Format::Json) {
        Format::Json => write_json(&flow_json(&asked))?,
        Format::Dot => output.text(&flow_dot(&asked))?,
        Format::Mermaid => output.text(&flow_mermaid(&asked))?,
        _ => output.only("flow", &[Format::Json, Format::Dot, Format::Mermaid])?,
    }
    Ok(Exit::Fine)
}
