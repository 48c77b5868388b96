//! Starts the program for tests, with a home folder of its own and without the user's environment variables: it reads
//! nothing from outside, and nothing that it keeps outlives the test.
#![allow(dead_code, reason = "each test program uses a part of it")]

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};

/// Variables that change what the program does. They are removed, as are those that start with the program's name.
const FOREIGN: [&str; 19] = [
    "NO_COLOR",
    "CLICOLOR",
    "CLICOLOR_FORCE",
    "FORCE_COLOR",
    "COLORTERM",
    "COLORFGBG",
    "ACCESSIBLE",
    "PAGER",
    "BROWSER",
    "DISPLAY",
    "WAYLAND_DISPLAY",
    "WSL_DISTRO_NAME",
    "SSH_CONNECTION",
    "SSH_TTY",
    "TMUX",
    "LC_ALL",
    "LC_MESSAGES",
    "COLUMNS",
    "LINES",
];

/// Variables that name the folders for a user's data.
const PLACES: [&str; 8] = [
    "HOME",
    "XDG_CONFIG_HOME",
    "XDG_STATE_HOME",
    "XDG_DATA_HOME",
    "XDG_CACHE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
    "USERPROFILE",
];

/// A new home folder, deleted when it is dropped.
#[derive(Debug)]
pub(crate) struct Home(PathBuf);

impl Home {
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!("home-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::SeqCst));
        Self(PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// The folder in which the program looks for its files of one kind: `place("XDG_CONFIG_HOME")`.
    pub(crate) fn place(&self, variable: &str) -> PathBuf {
        match variable {
            "HOME" | "USERPROFILE" => self.0.clone(),
            _ => self.0.join(variable.to_lowercase()),
        }
    }

    /// The variables to set, and those to remove (`None`).
    pub(crate) fn variables(&self) -> Vec<(OsString, Option<OsString>)> {
        let ours =
            std::env::vars_os().map(|(name, _)| name).filter(|name| name.to_string_lossy().starts_with("PROSPECTUS_"));
        let gone = FOREIGN.into_iter().map(OsString::from).chain(ours).map(|name| (name, None));
        let places = PLACES.into_iter().map(|name| (name.into(), Some(self.place(name).into())));
        let plain = [("LANG", "en_US.UTF-8"), ("TERM", "xterm-256color")];
        gone.chain(places).chain(plain.map(|(name, value)| (name.into(), Some(value.into())))).collect()
    }

    /// The program with this home folder.
    pub(crate) fn program(&self) -> std::process::Command {
        let mut command = std::process::Command::new(assert_cmd::cargo::cargo_bin!("prospectus"));
        for (name, value) in self.variables() {
            match value {
                Some(value) => command.env(name, value),
                None => command.env_remove(name),
            };
        }
        command
    }

    /// The program with this home folder, for assertions.
    pub(crate) fn command(&self) -> assert_cmd::Command {
        assert_cmd::Command::from_std(self.program())
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        // Most runs keep nothing, and then there is nothing to remove.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The program without a usable home folder, for assertions.
pub(crate) fn command() -> assert_cmd::Command {
    homeless().command()
}

/// The program without a usable home folder, for tests that handle its streams themselves.
pub(crate) fn program() -> std::process::Command {
    homeless().program()
}

/// A home folder below a regular file: nothing can be kept there, and nothing is left behind.
fn homeless() -> Home {
    Home(Path::new(env!("CARGO_MANIFEST_PATH")).join("no-home"))
}
