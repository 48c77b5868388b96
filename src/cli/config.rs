//! `prospectus config`: where the configuration file is, whether it is valid, and everything that can be set. The list
//! of settings is made from the tables that the explorer reads, so the two cannot disagree.

mod effective;

use std::fmt::Write;

use crate::catalog::printable;
use crate::config;
use crate::keys::{Bound, Context, Keymap, defaults};
use crate::page::Role;

use super::Looks;
use super::args::ConfigAction;
use super::failure::{Exit, Failure};
use super::output::Output;
use super::settings::Settings;

pub(super) fn run(action: Option<ConfigAction>, output: &Output, settings: &Settings) -> Result<Exit, Failure> {
    match action {
        None => effective::run(output, settings),
        Some(ConfigAction::Path) => path(output, settings),
        Some(ConfigAction::Check) => check(output, settings),
        Some(ConfigAction::PrintDefault) => output.text(&print_default(settings.looks)).map(|()| Exit::Fine),
    }
}

fn path(output: &Output, settings: &Settings) -> Result<Exit, Failure> {
    let path = shown(settings)?;
    output.text(&format!("{path}\n"))?;
    if !settings.is_read {
        output.say("It is not there yet; `prospectus config print-default` prints one to start from.");
    }
    Ok(Exit::Fine)
}

fn check(output: &Output, settings: &Settings) -> Result<Exit, Failure> {
    match (settings.is_read, settings.complaints.as_slice()) {
        (true, []) => output.text(&format!("{} is valid.\n", shown(settings)?))?,
        (true, complaints) => return Err(Failure::refused(complaints.to_vec())),
        (false, []) => output.text(&format!("There is no {}; the defaults apply.\n", shown(settings)?))?,
        (false, complaints) => return Err(Failure::failed(complaints.join(" "))),
    }
    Ok(Exit::Fine)
}

fn shown(settings: &Settings) -> Result<String, Failure> {
    let path = settings.path.as_ref().map(|path| printable(&path.to_string_lossy()).into_owned());
    path.ok_or_else(|| {
        Failure::failed("This system names no folder for a configuration; `--config FILE` names a file.".to_owned())
    })
}

/// Prints every setting with its default. Removing the `#` of a line with a single one turns it into a setting; lines
/// with two are comments.
fn print_default(looks: Looks) -> String {
    let mut out = String::from("## Every setting with its default. To change one, remove the # before its line.\n\n");
    for setting in config::settings() {
        line(&mut out, &format!("## {}", setting.help));
        line(&mut out, &format!("#{} = {}\n", setting.name, setting.default));
    }
    line(
        &mut out,
        "## A look of your own, for look = \"own\": colours and bold, dim, italic, underline, reverse, such as",
    );
    line(&mut out, "## \"bright-blue bold\" or \"white on 24\". Roles that you leave out look as in the default look.");
    line(&mut out, "#[own-look]");
    for (role, name) in Role::ALL {
        line(&mut out, &format!("#{name} = \"{}\"", (looks.default_words)(role)));
    }
    line(
        &mut out,
        "\n## Keys: in [keys] for every place, in [keys.PLACE] for one; \"F5\", or several as [\"F5\", \"p\"].",
    );
    keys(&mut out, &defaults());
    out
}

fn keys(out: &mut String, keymap: &Keymap) {
    for context in Context::ALL {
        line(out, &format!("\n## {}", context.title()));
        line(out, &format!("#[keys.{}]", context.slug()));
        let rows: Vec<&Bound> = keymap.of_place(context).filter(|row| !row.is_fixed).collect();
        for (place, row) in rows.iter().enumerate() {
            let Some(name) = row.action.name() else { continue };
            let is_meant = |other: &&&Bound| other.action.name() == Some(name);
            // Several rows of one action are a single setting with all their keys.
            if !rows[..place].iter().any(|other| is_meant(&other)) {
                let keys = rows.iter().filter(is_meant).flat_map(|row| &row.keys);
                let keys: Vec<String> = keys.map(|key| format!("{:?}", key.typed_name())).collect();
                let keys = if let [only] = keys.as_slice() { only.clone() } else { format!("[{}]", keys.join(", ")) };
                line(out, &format!("{:<40} # {}", format!("#{name} = {keys}"), row.help));
            }
        }
    }
}

fn line(out: &mut String, text: &str) {
    // Writing to a string cannot fail.
    let _ = writeln!(out, "{text}");
}
