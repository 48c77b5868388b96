//! Where the configuration file lies, and reading it; where the view is kept. A file that is not there sets nothing; one that was asked for and
//! cannot be read is told of, and what is not set serves.

use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

use super::Looks;
use crate::catalog::printable;
use crate::config::Config;
use crate::files::read_text;
use crate::keep::Store;
use crate::keys::{self, Keymap};

/// A configuration file is short; what is longer was never meant as one.
const MAX_BYTES: u64 = 1 << 20;

/// What a person sets.
#[derive(Debug)]
pub(super) struct Settings {
    /// What the file sets.
    pub(super) config: Config,
    /// Which key does what.
    pub(super) keymap: Keymap,
    /// Settings of the file that cannot be applied, one sentence each.
    pub(super) complaints: Vec<String>,
    /// Where the file lies, or would.
    pub(super) path: Option<PathBuf>,
    /// Whether it is there and was read.
    pub(super) is_read: bool,
    /// What is known of looks.
    pub(super) looks: Looks,
}

/// Reads the file that was asked for, or the person's own.
pub(super) fn load(asked: Option<&Path>, looks: Looks) -> Settings {
    let named = asked.map(Path::to_owned).or_else(from_environment);
    let is_named = named.is_some();
    let path = named.or_else(usual_place);
    let name = path.as_deref().map(Path::to_string_lossy).unwrap_or_default();
    let nothing = || of_text("", "", looks);
    let settings = match path.as_deref().map(|path| read_text(path, MAX_BYTES)) {
        None => nothing(),
        Some(Ok(text)) => Settings { is_read: true, ..of_text(&text, &name, looks) },
        Some(Err(error)) if error.is_absent() && !is_named => nothing(),
        Some(Err(error)) => {
            let complaint = format!("The configuration {} {error}. The defaults serve.", printable(&name));
            Settings { complaints: vec![complaint], ..nothing() }
        }
    };
    Settings { path: path.clone(), ..settings }
}

fn of_text(text: &str, name: &str, looks: Looks) -> Settings {
    let (config, mut complaints) = Config::read(text);
    let (keymap, about_keys) = keys::keymap(&config.keys);
    complaints.extend(about_keys);
    complaints.extend((looks.complaints)(&config));
    complaints.sort_by_key(|complaint| complaint.line);
    let complaints = complaints.iter().map(|complaint| complaint.of_file(name)).collect();
    Settings { config, keymap, complaints, path: None, is_read: false, looks }
}

fn from_environment() -> Option<PathBuf> {
    std::env::var_os("PROSPECTUS_CONFIG").filter(|name| !name.is_empty()).map(PathBuf::from)
}

/// Where a person's configuration usually lies on this system.
fn usual_place() -> Option<PathBuf> {
    choose_base_strategy().ok().map(|places| places.config_dir().join("prospectus").join("config.toml"))
}

/// Where the view of the explorer is kept on this system, if it has a place for such things.
pub(super) fn store() -> Option<Store> {
    let places = choose_base_strategy().ok()?;
    let folder = places.state_dir().unwrap_or_else(|| places.data_dir());
    Some(Store::at(folder.join("prospectus")))
}
