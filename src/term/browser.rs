//! Opens web pages, with the command in `BROWSER` or else with the desktop's browser. Over SSH, and where neither
//! exists, the message gives the address instead.
//!
//! The messages claim only that a browser was asked: whether it showed the page cannot be known.

use std::process::{Command, Stdio};

use crate::catalog::{is_web_address, printable};

/// Environment variables that show that a desktop is running.
const DESKTOP: [&str; 3] = ["DISPLAY", "WAYLAND_DISPLAY", "WSL_DISTRO_NAME"];
/// Environment variables that show that the user is logged in over SSH.
const REMOTE: [&str; 2] = ["SSH_CONNECTION", "SSH_TTY"];

/// How to open a page in the current environment.
#[derive(Debug, PartialEq, Eq)]
enum Way {
    /// Not at all.
    None,
    /// Try these commands in turn.
    Commands(Vec<Vec<String>>),
    /// Try these commands in turn; if none starts, use the desktop's browser.
    Desktop(Vec<Vec<String>>),
}

/// Opens a web page and returns a sentence that says what was done.
pub(super) fn open_page(url: &str) -> String {
    if !is_web_address(url) {
        return format!("Only web pages are opened; the address is {}", printable(url));
    }
    let any_starts = |commands: &[Vec<String>]| commands.iter().any(|command| starts(command));
    let is_open = match way(url, |name| std::env::var(name).ok().filter(|value| !value.is_empty())) {
        Way::None => false,
        Way::Commands(commands) => any_starts(&commands),
        Way::Desktop(commands) => any_starts(&commands) || open::that_detached(url).is_ok(),
    };
    if is_open { format!("Asked the browser to open {url}") } else { format!("No browser here; the address is {url}") }
}

/// Opens edX's search for a program that has no page on record, and reports it.
pub(super) fn open_search(url: &str) -> String {
    format!("No page is on record, so this is edX's own search for its title. {}", open_page(url))
}

/// Whether the user is logged in from another machine.
#[cfg(feature = "clipboard")]
pub(super) fn is_remote() -> bool {
    is_remote_by(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}

fn is_remote_by(variable: impl Fn(&str) -> Option<String>) -> bool {
    REMOTE.iter().any(|name| variable(name).is_some())
}

/// Returns how to open `url` in an environment. `BROWSER` holds commands separated by colons. `%s` in a command is
/// replaced by the address; without it, the address is appended.
fn way(url: &str, variable: impl Fn(&str) -> Option<String>) -> Way {
    if is_remote_by(&variable) {
        return Way::None;
    }
    let command = |text: &str| {
        let mut words: Vec<String> = text.split_whitespace().map(|word| word.replace("%s", url)).collect();
        if !text.contains("%s") {
            words.push(url.to_owned());
        }
        words
    };
    let commands = variable("BROWSER").unwrap_or_default();
    let commands = commands.split(':').filter(|text| !text.trim().is_empty()).map(command).collect();
    let has_desktop = !cfg!(target_os = "linux") || DESKTOP.iter().any(|name| variable(name).is_some());
    if has_desktop { Way::Desktop(commands) } else { Way::Commands(commands) }
}

/// Starts a command and returns whether that worked. The command gets no access to our terminal; a
/// thread waits for it to end.
fn starts(command: &[String]) -> bool {
    let Some((program, arguments)) = command.split_first() else { return false };
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    #[cfg(unix)]
    std::os::unix::process::CommandExt::process_group(&mut command, 0);
    let Ok(mut child) = command.spawn() else { return false };
    // If no thread can be started, the system reaps the child once the explorer has ended.
    let _ = std::thread::Builder::new().spawn(move || child.wait());
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://example.org/a";

    fn way_with(variables: &[(&str, &str)]) -> Way {
        way(URL, |name| variables.iter().find(|(own, _)| *own == name).map(|(_, value)| (*value).to_owned()))
    }

    fn commands(browser: &str) -> Vec<Vec<String>> {
        match way_with(&[("BROWSER", browser)]) {
            Way::Commands(commands) | Way::Desktop(commands) => commands,
            Way::None => Vec::new(),
        }
    }

    #[test]
    fn the_address_stands_where_the_person_wants_it_and_else_at_the_end() {
        assert_eq!(commands("firefox"), [["firefox", URL]]);
        assert_eq!(commands("w3m -F %s :: links"), [vec!["w3m", "-F", URL], vec!["links", URL]]);
        assert_eq!(commands("open --at=%s"), [["open", &format!("--at={URL}")]]);
    }

    #[test]
    fn nothing_is_opened_for_somebody_who_sits_elsewhere() {
        for variable in REMOTE {
            assert_eq!(way_with(&[(variable, "1"), ("BROWSER", "firefox"), ("DISPLAY", ":0")]), Way::None);
        }
    }

    #[test]
    fn only_the_web_is_opened() {
        for url in ["file:///etc/passwd", "javascript:alert(1)", "-h", "https://", "https://a b"] {
            assert_eq!(open_page(url), format!("Only web pages are opened; the address is {url}"));
        }
    }
}
