//! `prospectus completions` and `prospectus man`: made from the same definition that reads the command line.

use crate::catalog::{did_you_mean, printable};

use super::desk::write;
use super::failure::{Exit, Failure};

pub(super) fn completions(shell: clap_complete::Shell) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut super::definition(), "prospectus", &mut script);
    write(&script)?;
    Ok(Exit::Fine)
}

pub(super) fn man(name: Option<&str>) -> Result<Exit, Failure> {
    let page = match name {
        None => super::definition(),
        Some(name) => page_of(name)?,
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text)?;
    write(&text)?;
    Ok(Exit::Fine)
}

fn page_of(name: &str) -> Result<clap::Command, Failure> {
    let mut definition = super::definition();
    definition.build();
    let Some(page) = definition.find_subcommand(name) else {
        let hint = did_you_mean(name, definition.get_subcommands().map(clap::Command::get_name));
        return Err(Failure::usage(format!("There is no command `{}`.{hint}", printable(name))));
    };
    Ok(page.clone())
}
