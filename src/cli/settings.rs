//! Locates and reads the configuration file, and locates the store of the view. A missing file sets nothing. If a
//! requested file cannot be read, the user is told and the defaults apply.

use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

use super::Looks;
use crate::catalog::printable;
use crate::config::Config;
use crate::files::read_text;
use crate::keep::Store;
use crate::keys::{self, Keymap};

/// The maximum size of a configuration file, in bytes.
const MAX_BYTES: u64 = 1 << 20;

/// The user's settings.
#[derive(Debug)]
pub(super) struct Settings {
    /// The settings in the file.
    pub(super) config: Config,
    /// The key bindings, with the user's changes applied.
    pub(super) keymap: Keymap,
    /// Settings of the file that cannot be applied, one sentence each.
    pub(super) complaints: Vec<String>,
    /// The path of the file, whether or not it exists; `None` if the system has no place for it.
    pub(super) path: Option<PathBuf>,
    /// Whether the file exists and was read.
    pub(super) is_read: bool,
    /// The functions about looks.
    pub(super) looks: Looks,
}

/// Reads the requested file, or else the user's own.
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
            let complaint = format!("The configuration {} {error}. The defaults apply.", printable(&name));
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

/// The default path of the configuration file on this system.
fn usual_place() -> Option<PathBuf> {
    choose_base_strategy().ok().map(|places| places.config_dir().join("prospectus").join("config.toml"))
}

/// The store of the explorer's view on this system; `None` if the system has no place for it.
pub(super) fn store() -> Option<Store> {
    let places = choose_base_strategy().ok()?;
    let folder = places.state_dir().unwrap_or_else(|| places.data_dir());
    Some(Store::at(folder.join("prospectus")))
}
