//! `prospectus flow`: the questionnaire as data or as a graph.

use crate::export::{flow_dot, flow_json, flow_mermaid};

use super::args::{Format, Questions};
use super::asked::questionnaire;
use super::desk::{Desk, write_json};
use super::failure::{Exit, Failure};

pub(super) fn run(words: &Questions, desk: &Desk) -> Result<Exit, Failure> {
    let asked = questionnaire(words)?;
    match desk.explicit_format().unwrap_or(Format::Json) {
        Format::Json => write_json(&flow_json(&asked))?,
        Format::Dot => desk.text(&flow_dot(&asked))?,
        Format::Mermaid => desk.text(&flow_mermaid(&asked))?,
        _ => desk.only("flow", &[Format::Json, Format::Dot, Format::Mermaid])?,
    }
    Ok(Exit::Fine)
}
