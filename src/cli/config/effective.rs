//! `prospectus config` without an action: every setting with its effective value and the origin of that value.

use serde_json::{Value, json};

use crate::catalog::printable;
use crate::cli::args::{Format, Global};
use crate::cli::failure::{Exit, Failure};
use crate::cli::output::{Output, variable, write_json};
use crate::cli::settings::Settings;
use crate::config;
use crate::page::{Column, Table};

/// A setting with its effective value.
struct Effective {
    name: &'static str,
    value: String,
    from: String,
}

pub(super) fn run(output: &Output, settings: &Settings) -> Result<Exit, Failure> {
    output.only("config", &Format::OF_TABLE)?;
    let all = all(output.global(), settings);
    if output.format() == Format::Json {
        let one = |one: &Effective| json!({"name": one.name, "value": one.value, "from": one.from});
        let path = settings.path.as_ref().map(|path| path.to_string_lossy().into_owned());
        let all: Vec<Value> = all.iter().map(one).collect();
        write_json(&json!({"path": path, "is_read": settings.is_read, "settings": all}))?;
    } else {
        let table = table(&all);
        output.table(table)?;
    }
    settings.complaints.iter().for_each(|complaint| output.say(complaint));
    Ok(Exit::Fine)
}

fn all(global: &Global, settings: &Settings) -> Vec<Effective> {
    let mut all: Vec<Effective> = config::settings()
        .into_iter()
        .map(|setting| match settings.config.value(setting.name) {
            Some(value) => Effective { name: setting.name, value, from: of_file(settings) },
            None => Effective { name: setting.name, value: setting.default.to_owned(), from: "default".to_owned() },
        })
        .collect();
    if global.ascii {
        all.retain(|one| one.name != "ascii");
        all.push(Effective { name: "ascii", value: "true".to_owned(), from: "--ascii".to_owned() });
    }
    let keys = settings.config.keys.len();
    let from = if keys == 0 { "default".to_owned() } else { of_file(settings) };
    all.push(Effective { name: "keys", value: format!("{keys} set"), from });
    let catalog = global.catalog.as_ref().map(|path| path.to_string_lossy().into_owned());
    all.push(chosen("catalog", catalog, "--catalog", "PROSPECTUS_CATALOG", "shipped"));
    all.push(chosen("questionnaire", None, "--questionnaire", "PROSPECTUS_QUESTIONNAIRE", "shipped"));
    let config = global.config.as_ref().map(|path| path.to_string_lossy().into_owned());
    let usual = settings.path.as_ref().map(|path| path.to_string_lossy().into_owned());
    all.push(chosen("config", config, "--config", "PROSPECTUS_CONFIG", &usual.unwrap_or_else(|| "none".to_owned())));
    all
}

/// Returns the value of an option, or else of an environment variable, or else the default.
fn chosen(name: &'static str, option: Option<String>, flag: &str, of_environment: &str, usual: &str) -> Effective {
    let of_variable = || variable(of_environment).filter(|value| !value.is_empty());
    let (value, from) = match (option, of_variable()) {
        (Some(value), _) => (value, flag.to_owned()),
        (None, Some(value)) => (value, of_environment.to_owned()),
        (None, None) => (usual.to_owned(), "default".to_owned()),
    };
    Effective { name, value, from }
}

fn of_file(settings: &Settings) -> String {
    settings.path.as_ref().map_or_else(|| "file".to_owned(), |path| path.to_string_lossy().into_owned())
}

fn table(all: &[Effective]) -> Table {
    let columns = vec![
        Column::new("Setting").least(12),
        Column::new("Value").least(12).wrapping(),
        Column::new("From").least(12).wrapping(),
    ];
    let row =
        |one: &Effective| [one.name.to_owned(), printable(&one.value).into_owned(), printable(&one.from).into_owned()];
    Table::new("Every setting with its value", columns).rows(all.iter().map(row))
}
