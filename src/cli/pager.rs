//! Shows long output in the user's pager. Without a pager, the text is printed directly.

use std::io::{self, Write};
use std::process::{Command, ExitStatus, Stdio};

use crate::lent::lend;
use crate::stream::is_closed;
use crate::width;

/// The default pager; its options make it quit if the text fits and leave the text on the screen.
const USUAL: &str = "less -FIRX";

/// A pager and the size of the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Pager {
    command: String,
    cols: usize,
    rows: usize,
}

impl Pager {
    /// Returns the pager named by `PAGER`, or the default one. `None` if the name is empty or `cat`, which disables the
    /// pager.
    pub(super) fn new(named: Option<String>, (cols, rows): (u16, u16)) -> Option<Self> {
        let command = named.unwrap_or_else(|| USUAL.to_owned()).trim().to_owned();
        let is_wanted = !command.is_empty() && command != "cat" && cols > 0 && rows > 0;
        is_wanted.then(|| Self { command, cols: usize::from(cols), rows: usize::from(rows) })
    }

    /// Whether the pager is known to pass on the escape sequences for bold text and links; other pagers show them as
    /// text.
    fn takes_codes(&self) -> bool {
        let program = self.command.split_whitespace().next().unwrap_or_default();
        let name = program.rsplit(['/', '\\']).next().unwrap_or_default();
        matches!(name, "less" | "less.exe" | "moor" | "moar" | "ov" | "bat" | "batcat")
    }

    /// Whether a text, with the prompt after it, is longer than the screen.
    pub(super) fn is_for(&self, text: &str) -> bool {
        let rows = text.lines().map(|line| width::cols(&seen(line)).div_ceil(self.cols).max(1));
        rows.sum::<usize>() >= self.rows
    }

    /// Shows a text in the pager until the user quits it. Returns `false` if the pager could not be run.
    pub(super) fn show(&self, text: &str) -> io::Result<bool> {
        let mut command = in_shell(&self.command);
        command.envs(less_options(std::env::var("LESS").ok()).map(|options| ("LESS", options)));
        let plain: String;
        let text = if self.takes_codes() {
            text
        } else {
            plain = text.split_inclusive('\n').map(seen).collect();
            &plain
        };
        let shown = lend(|| {
            let mut pager = command.stdin(Stdio::piped()).spawn().ok()?;
            let written = pager.stdin.take().map_or(Ok(()), |mut input| input.write_all(text.as_bytes()));
            Some((written, pager.wait()))
        });
        let Some((written, ended)) = shown else { return Ok(false) };
        match written {
            Err(error) if !is_closed(&error) => Err(error),
            _ => Ok(was_there(ended?)),
        }
    }
}

/// Returns the value of `LESS` for the pager, which must pass escape sequences on. `None` if the variable can stay as
/// it is.
fn less_options(set: Option<String>) -> Option<String> {
    match set {
        None => Some(USUAL.trim_start_matches("less -").to_owned()),
        Some(options) if options.contains(['R', 'r']) => None,
        Some(options) => Some(format!("{options} -R")),
    }
}

/// Whether the command was found. Unix shells report that in the exit code.
fn was_there(ended: ExitStatus) -> bool {
    if cfg!(unix) { !matches!(ended.code(), Some(126 | 127)) } else { ended.success() }
}

/// Returns a line without the escape sequences for bold text and links, which take no columns.
fn seen(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let mut seen = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let rest = match part.chars().next() {
            Some('[') => part.split_once('m').map_or("", |(_, rest)| rest),
            Some('\\') => &part[1..],
            _ => "",
        };
        seen.push_str(rest);
    }
    seen
}

fn in_shell(text: &str) -> Command {
    let (shell, flag) = if cfg!(windows) { ("cmd", "/C") } else { ("sh", "-c") };
    let mut command = Command::new(shell);
    command.args([flag, text]);
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pager(named: Option<&str>) -> Option<Pager> {
        Pager::new(named.map(ToOwned::to_owned), (10, 4))
    }

    #[test]
    fn a_pager_is_for_what_does_not_fit_the_screen_with_its_prompt() {
        let pager = pager(None).expect("the usual one");
        assert_eq!(pager.command, USUAL);
        assert!(!pager.is_for("one\ntwo\nthree\n"));
        assert!(pager.is_for("one\ntwo\nthree\nfour\n"));
        assert!(pager.is_for("one\ntwo\nthree that goes on\n"), "a wide line takes two rows");
    }

    #[test]
    fn point_43_codes_go_only_to_pagers_that_take_them() {
        let takes = |name: &str| pager(Some(name)).is_some_and(|pager| pager.takes_codes());
        assert!(takes("less") && takes("/usr/bin/less -S") && takes("moor"));
        assert!(!takes("more") && !takes("most") && !takes("lesskey"));
        assert_eq!(less_options(Some("-i".to_owned())), Some("-i -R".to_owned()));
        assert_eq!(less_options(Some("-FRX".to_owned())), None);
        assert_eq!(less_options(None), Some("FIRX".to_owned()));
    }

    #[test]
    fn codes_take_no_room() {
        let link = "\u{1b}]8;id=a;https://x.org/long\u{1b}\\Title\u{1b}]8;;\u{1b}\\";
        assert_eq!(seen(&format!("\u{1b}[1mId\u{1b}[0m {link} end")), "Id Title end");
    }

    #[test]
    fn whoever_wants_none_gets_none() {
        assert_eq!((pager(Some("")), pager(Some("cat")), pager(Some(" "))), (None, None, None));
        assert_eq!(pager(Some("more")).map(|pager| pager.command), Some("more".to_owned()));
        assert_eq!(Pager::new(None, (0, 0)), None);
    }
}
