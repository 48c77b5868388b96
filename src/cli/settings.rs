//! Where the configuration file lies, and reading it; where the view is kept. A file that is not there sets nothing; one that was asked for and
//! cannot be read is told of, and what is not set serves.

use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use etcetera::{BaseStrategy, choose_base_strategy};

use crate::catalog::printable;
use crate::config::Config;
use crate::keep::Store;
use crate::keys::{self, Keymap};

/// What a person sets.
#[derive(Debug)]
pub(super) struct Settings {
    /// What the file sets.
    pub(super) config: Config,
    /// Which key does what.
    pub(super) keymap: Keymap,
    /// What of the file cannot be followed, in sentences.
    pub(super) complaints: Vec<String>,
}

/// Reads the file that was asked for, or the person's own.
pub(super) fn load(asked: Option<&Path>) -> Settings {
    let named = asked.map(Path::to_owned).or_else(from_environment);
    let is_named = named.is_some();
    let Some(path) = named.or_else(usual_place) else { return of_text("", "") };
    let name = path.to_string_lossy();
    match std::fs::read_to_string(&path) {
        Ok(text) => of_text(&text, &name),
        Err(error) if is_absent(&error) && !is_named => of_text("", ""),
        Err(error) => {
            let complaint =
                format!("The configuration {} cannot be read: {error}. The defaults serve.", printable(&name));
            Settings { complaints: vec![complaint], ..of_text("", "") }
        }
    }
}

fn of_text(text: &str, name: &str) -> Settings {
    let (config, mut complaints) = Config::read(text);
    let (keymap, about_keys) = keys::keymap(&config.keys);
    complaints.extend(about_keys);
    complaints.sort_by_key(|complaint| complaint.line);
    let complaints = complaints.iter().map(|complaint| complaint.of_file(name)).collect();
    Settings { config, keymap, complaints }
}

fn is_absent(error: &std::io::Error) -> bool {
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
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
