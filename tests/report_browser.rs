//! Reports in a real browser: nothing is wider than the window on a phone, a tablet or a desktop, and nothing is cut
//! off on paper. Without Chromium the tests say so and check nothing; `CHROMIUM` names the binary to use.
#![cfg(unix)]
#![expect(clippy::print_stderr, reason = "a test that is skipped says so")]
#![expect(clippy::unwrap_used, reason = "a test that cannot write its file has to fail")]

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

mod program;

/// The widths of a phone, a tablet and a desktop, in pixels.
const WIDTHS: [u32; 3] = [360, 700, 1100];
/// The reports, each with its arguments.
const REPORTS: [(&str, &[&str]); 4] = [
    ("result", &["--answers", "answers.json"]),
    ("plan", &["--plan", "harvardx-data-science", "mitx-supply-chain-management", "--hours", "6"]),
    (
        "comparison",
        &[
            "--compare",
            "harvardx-data-science",
            "ibm-data-science",
            "mitx-supply-chain-management",
            "upvalenciax-excel-para-los-negocios",
        ],
    ),
    ("program", &["--program", "mitx-supply-chain-management"]),
];

/// A browser; `None` if there is none.
fn browser() -> Option<Command> {
    let named = std::env::var_os("CHROMIUM").map(PathBuf::from);
    let places = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&places)
        .flat_map(|folder| ["chromium", "chromium-browser", "google-chrome"].map(|name| folder.join(name)))
        .find(|path| path.is_file());
    let Some(path) = named.or(found) else {
        eprintln!("Skipped: there is no Chromium here, so the reports were not looked at in a browser.");
        return None;
    };
    let mut command = Command::new(path);
    // The browser must not try to connect: the machine may have no network.
    command.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]);
    command.stderr(Stdio::null()).stdin(Stdio::null());
    Some(command)
}

/// An empty folder for this test run, with a file of answers.
fn folder(name: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let answers = r#"{"field": ["supply chain"], "goal": "switch_career", "hours": "8-12", "credit": "nice"}"#;
    std::fs::write(folder.join("answers.json"), answers).unwrap();
    folder
}

fn report(folder: &Path, name: &str, words: &[&str]) -> PathBuf {
    let path = folder.join(format!("{name}.html"));
    let mut command = program::command();
    command.current_dir(folder).args(["report", "--as-of", "2026-11-26", "--html"]).arg(&path).args(words);
    command.assert().success();
    path
}

/// A page that shows reports in frames of several widths, and writes their widths and whatever sticks out into its
/// title. A browser window itself cannot be as narrow as a phone.
fn measuring_page(reports: &[PathBuf]) -> String {
    let escaped = |text: String| text.replace('&', "&amp;").replace('"', "&quot;");
    let frame = |(path, width): (&PathBuf, u32)| {
        let text = escaped(std::fs::read_to_string(path).unwrap());
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        format!("<iframe title=\"{name}\" width=\"{width}\" height=\"900\" srcdoc=\"{text}\"></iframe>")
    };
    let frames = reports.iter().flat_map(|path| WIDTHS.map(|width| (path, width))).map(frame).collect::<String>();
    let script = "onload = () => { document.title = [...document.querySelectorAll('iframe')].map(frame => {\
        const root = frame.contentDocument.documentElement, width = frame.contentWindow.innerWidth;\
        const wide = [...root.querySelectorAll('*')].find(one => one.getBoundingClientRect().right > width + 1);\
        return `${frame.title} ${frame.width} ${root.scrollWidth} ${wide ? wide.textContent.replace(/\\s+/g, ' ').slice(0, 60) : ''}`;\
        }).join('; '); };";
    format!("<!DOCTYPE html><meta charset=\"utf-8\"><title></title>{frames}<script>{script}</script>")
}

#[test]
fn no_report_is_wider_than_a_phone_a_tablet_or_a_desk() {
    let Some(mut browser) = browser() else { return };
    let folder = folder("browser-widths");
    let reports: Vec<PathBuf> = REPORTS.iter().map(|(name, words)| report(&folder, name, words)).collect();
    let page = folder.join("all.html");
    std::fs::write(&page, measuring_page(&reports)).unwrap();
    browser.arg(format!("--user-data-dir={}", folder.join("profile").display())).arg("--dump-dom").arg(&page);
    let output = browser.output().unwrap();
    let text = String::from_utf8_lossy(&output.stdout).into_owned();
    let title = text.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next()).unwrap_or_default();
    let measured: Vec<&str> = title.split("; ").filter(|frame| !frame.is_empty()).collect();
    assert_eq!(measured.len(), REPORTS.len() * WIDTHS.len(), "the browser measured {title:?}");
    for frame in measured {
        let mut words = frame.splitn(4, ' ').skip(1);
        let mut number = || words.next().unwrap().parse::<u32>().unwrap();
        let (width, inner) = (number(), number());
        // A vertical scroll bar takes some of the width.
        assert!(inner <= width, "{frame}");
    }
}

#[test]
fn every_report_can_be_printed() {
    let Some(mut browser) = browser() else { return };
    let folder = folder("browser-print");
    let (name, words) = REPORTS[2];
    let page = report(&folder, name, words);
    let paper = folder.join("paper.pdf");
    browser.arg(format!("--user-data-dir={}", folder.join("profile").display())).arg("--no-pdf-header-footer");
    browser.arg(format!("--print-to-pdf={}", paper.display())).arg(&page).stdout(Stdio::null());
    assert!(browser.status().unwrap().success());
    let bytes = std::fs::read(&paper).unwrap();
    assert!(bytes.starts_with(b"%PDF") && bytes.len() > 10_000, "{} bytes", bytes.len());
}
