//! `prospectus flow`: the questionnaire as data or as a graph.

use crate::advise::Questionnaire;
use crate::export::{flow_dot, flow_json, flow_mermaid};

use super::args::Format;
use super::desk::{Desk, write_json};
use super::failure::{Exit, Failure};

pub(super) fn run(desk: &Desk) -> Result<Exit, Failure> {
    let asked = Questionnaire::embedded().map_err(|error| Failure::failed(format!("{error}.")))?;
    match desk.explicit_format().unwrap_or(Format::Json) {
        Format::Json => write_json(&flow_json(&asked))?,
        Format::Dot => desk.text(&flow_dot(&asked))?,
        Format::Mermaid => desk.text(&flow_mermaid(&asked))?,
        _ => desk.only("flow", &[Format::Json, Format::Dot, Format::Mermaid])?,
    }
    Ok(Exit::Fine)
}
