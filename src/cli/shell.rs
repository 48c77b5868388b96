//! `prospectus completions` and `prospectus man`: generated from the definition of the command line, with values from
//! the catalogue filled in. File names are offered only for arguments that are files.

mod offers;

use std::any::TypeId;
use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::ValueHint;
use clap::builder::PossibleValuesParser;

use crate::catalog::{Catalog, did_you_mean};
use crate::names::{quoted, signature};
use crate::search::{Facet, FacetValue, Filters, Index, View};

use super::failure::{Exit, Failure};
use super::output::{Output, write};

/// The date of the manual's last change.
const MANUAL_OF: &str = "2026-11-26";

/// The maximum number of programs in a catalogue whose ids are completed: a shell reads all completions when it starts.
const MANY: usize = 5_000;

pub(super) fn completions(shell: clap_complete::Shell, output: &Output) -> Result<Exit, Failure> {
    let values = Values::of(&*output.catalog()?);
    let mut definition = filled(super::definition(), &values);
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut definition, "prospectus", &mut script);
    let script = String::from_utf8_lossy(&script);
    write(offers::put_in(shell, &script, &definition).as_bytes())?;
    Ok(Exit::Fine)
}

/// Argument values from the catalogue, as words without blanks that the commands accept.
struct Values {
    facets: Vec<(Facet, Vec<String>)>,
    ids: Vec<String>,
}

impl Values {
    fn of(catalog: &Catalog) -> Self {
        let everything = View { filters: Filters::none(), ..View::default() };
        let all = Index::new(catalog).find(catalog, &everything);
        let is_asked = |(facet, _): &&(Facet, Vec<FacetValue>)| *facet != Facet::Status;
        let words = |(facet, values): &(Facet, Vec<FacetValue>)| {
            let words = values.iter().map(|value| (slug(&value.value), value));
            let understood = words.filter(|(word, value)| is_understood(catalog, *facet, &value.value, word));
            let words: BTreeSet<String> = understood.map(|(word, _)| word).collect();
            (*facet, words.into_iter().collect())
        };
        let ids = if catalog.len() > MANY { Vec::new() } else { catalog.ids().map(|id| id.to_string()).collect() };
        Self { facets: all.facets().iter().filter(is_asked).map(words).collect(), ids }
    }

    /// Returns the values for an argument; `None` if they do not come from the catalogue.
    fn of_argument(&self, id: &str) -> Option<&[String]> {
        if matches!(id, "id" | "ids") {
            return Some(&self.ids);
        }
        self.facets.iter().find(|(facet, _)| facet.slug() == id).map(|(_, words)| words.as_slice())
    }
}

/// Returns a name as a single shell word.
fn slug(name: &str) -> String {
    let words = name.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect::<Vec<_>>().join("-")
}

/// Whether a filter accepts a word. Nearly every slug has the same signature as the value, which is cheaper to test
/// than looking the word up among all names.
fn is_understood(catalog: &Catalog, facet: Facet, value: &str, word: &str) -> bool {
    let is_chosen = || Filters::none().choose(catalog, facet, word).is_ok();
    !word.is_empty() && (signature(word) == signature(value) || is_chosen())
}

/// Returns the definition with values from the catalogue, file hints for files, and no suggestions elsewhere.
fn filled(command: clap::Command, values: &Values) -> clap::Command {
    let command = command.mut_args(|argument| {
        let takes_a_value = argument.get_action().takes_values();
        let parser = argument.get_value_parser();
        let has_values = parser.possible_values().is_some();
        let is_file = parser.type_id() == TypeId::of::<PathBuf>();
        match values.of_argument(argument.get_id().as_str()) {
            Some(words) if !words.is_empty() => argument.value_parser(PossibleValuesParser::new(words.to_vec())),
            _ if !takes_a_value || has_values => argument,
            _ if is_file => argument.value_hint(ValueHint::FilePath),
            _ => argument.value_hint(ValueHint::Other),
        }
    });
    command.mut_subcommands(|command| filled(command, values))
}

pub(super) fn man(name: Option<&str>) -> Result<Exit, Failure> {
    let page = match name {
        None => super::definition(),
        Some(name) => page_of(name)?,
    };
    let mut text = Vec::new();
    let version = concat!("prospectus ", env!("CARGO_PKG_VERSION"));
    clap_mangen::Man::new(page).date(MANUAL_OF).source(version).manual("prospectus").render(&mut text)?;
    write(&text)?;
    Ok(Exit::Fine)
}

fn page_of(name: &str) -> Result<clap::Command, Failure> {
    let mut definition = super::definition();
    definition.build();
    let Some(page) = definition.find_subcommand(name) else {
        let hint = did_you_mean(name, definition.get_subcommands().map(clap::Command::get_name));
        return Err(Failure::usage(format!("There is no command `{}`.{hint}", quoted(name))));
    };
    Ok(page.clone())
}
