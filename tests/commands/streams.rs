//! What all commands share: help, streams, exit codes, formats, links, and the bytes of the output.

use predicates::prelude::PredicateBooleanExt;
use predicates::str::contains;

use crate::printed::{IBM, SCM, json, out};
use crate::program;

#[test]
fn every_command_explains_itself_with_examples_first() {
    for command in ["list", "facets", "show", "compare", "guide", "catalog", "completions", "man"] {
        let help = out(&[command, "--help"]);
        let (examples, usage) = (help.find("Examples:").unwrap(), help.find("Usage:").unwrap());
        assert!(examples < usage, "{command}");
        assert!(!help.contains('\u{1b}'), "{command}");
    }
    assert!(out(&["--version"]).starts_with("prospectus "));
}

#[test]
fn point_22_without_a_terminal_the_explorer_says_one_sentence_and_what_to_do() {
    program::command().assert().code(2).stdout("").stderr(contains("`prospectus list`").and(contains("terminal")));
}

#[cfg(unix)]
#[test]
fn a_device_is_refused_as_a_file_at_once() {
    for words in [
        ["list", "--catalog", "/dev/zero"].as_slice(),
        &["catalog", "check", "/dev/zero"],
        &["catalog", "import", "/dev/zero", "-o", "never.json"],
        &["recommend", "--answers", "/dev/zero"],
    ] {
        program::command().args(words).assert().failure().stdout("").stderr(contains("is a device, not a file"));
    }
}

/// The log of the kernel is such a file. Only root may open it.
#[cfg(target_os = "linux")]
#[test]
fn a_file_that_never_ends_is_refused_at_once() {
    const LOG: &str = "/proc/kmsg";
    if std::fs::File::open(LOG).is_err() {
        return;
    }
    for words in [
        ["list", "--catalog", LOG].as_slice(),
        &["catalog", "check", LOG],
        &["catalog", "import", LOG, "-o", "never.json"],
        &["catalog", "merge", "--into", LOG, "-o", "never.json", LOG],
        &["recommend", "--answers", LOG],
    ] {
        let mut command = program::command();
        command.args(words).timeout(std::time::Duration::from_secs(20));
        command.assert().failure().stdout("").stderr(contains("it has no end"));
    }
}

#[test]
fn numbers_and_days_are_read_as_people_write_them_and_two_readings_are_refused() {
    let ids = |words: &[&str]| json(&[words, &["--json"]].concat())["count"].clone();
    assert_eq!(ids(&["list", "months:<6,5"]), ids(&["list", "months:<6.5"]));
    assert_eq!(ids(&["list", "months:＜６"]), ids(&["list", "months:<6"]));
    assert_eq!(ids(&["list", "--max-price", "$1,500"]), ids(&["list", "--max-price", "1500"]));
    program::command().args(["list", "--max-price", "1.500"]).assert().code(2).stderr(contains("in two ways"));
    let day = |day: &str| out(&["plan", IBM, "--hours", "6", "--as-of", "2026-11-26", "--start", day]);
    assert_eq!(day("２０２７–01–11"), day("2027-01-11"));
    for (typed, plain) in [
        (["list", "months:<६", "--limit", "٣"].as_slice(), ["list", "months:<6", "--limit", "3"].as_slice()),
        (&["list", "months:3～8", "--limit", "3"], &["list", "months:3..8", "--limit", "3"]),
        (&["list", "kind：pc，mm", "--limit", "3"], &["list", "kind:pc,mm", "--limit", "3"]),
        (&["similar", IBM, "--limit", "２"], &["similar", IBM, "--limit", "2"]),
        (&["plan", IBM, "--hours", "٤–٧", "--breaks", "２"], &["plan", IBM, "--hours", "4-7", "--breaks", "2"]),
        (
            &["plan", IBM, "--salary-step", "2０００—5000", "--chance", "٤٠٪"],
            &["plan", IBM, "--salary-step", "2000-5000", "--chance", "40"],
        ),
        (&["plan", IBM, "--rate", "GBP＝1.２７@2026–11–01"], &["plan", IBM, "--rate", "GBP=1.27@2026-11-01"]),
    ] {
        assert_eq!(out(&[typed, &["--json"]].concat()), out(&[plain, &["--json"]].concat()), "{typed:?}");
    }
    for wrong in ["-1", "1.5", "3²", "99999999999"] {
        program::command().args(["list", &format!("--limit={wrong}")]).assert().code(2).stdout("");
    }
    program::command().args(["plan", IBM, "--hours", "0.001"]).assert().code(2).stderr(contains("from 0.25 to 168"));
}

#[test]
fn a_misspelt_command_flag_or_number_is_a_usage_error() {
    program::command().arg("lst").assert().code(2).stdout("").stderr(contains("list"));
    program::command().args(["list", "--instituion", "MIT"]).assert().code(2).stderr(contains("--institution"));
    for number in ["abc", "-1", "NaN", "inf"] {
        program::command().args(["list", &format!("--max-price={number}")]).assert().code(2).stdout("");
    }
    program::command().args(["list", "--as-of", "yesterday"]).assert().code(2).stderr(contains("yesterday"));
    program::command()
        .args(["list", "\u{1b}[31m", "--sort", "\u{1b}[31m"])
        .assert()
        .code(2)
        .stderr(contains("\u{1b}").not());
}

#[test]
fn tables_fit_a_hundred_columns_where_there_is_no_terminal_and_plain_cuts_nothing() {
    for words in [["list", "data"].as_slice(), &["guide"], &["show", SCM], &["catalog", "info"], &["compare", SCM, IBM]]
    {
        for line in out(words).lines() {
            assert!(prospectus::width::cols(line) <= 100, "{words:?}: {line}");
        }
    }
    let plain = out(&["list", "data", "--format", "plain"]);
    assert!(!plain.contains('…'));
    assert_eq!(plain, out(&["list", "data", "--accessible"]));
    let accessible =
        program::command().args(["list", "data"]).env("ACCESSIBLE", "1").assert().get_output().stdout.clone();
    assert_eq!(plain.as_bytes(), accessible);
}

#[test]
fn plain_has_no_box_characters_and_no_marks_to_be_read_aloud() {
    for words in [["list", "data"].as_slice(), &["show", SCM], &["compare", SCM, IBM, "--all"], &["guide"]] {
        let text = out(&[words, &["--format", "plain"]].concat());
        assert!(!text.contains(['│', '─', '|', '≠', '…']), "{words:?}");
        assert!(text.contains(": "), "{words:?}");
    }
}

#[test]
fn csv_is_a_table_with_a_heading_and_md_one_with_escaped_pipes() {
    let csv = out(&["list", "data", "--format", "csv"]);
    let mut reader = csv::Reader::from_reader(csv.as_bytes());
    assert_eq!(reader.headers().unwrap().get(0), Some("id"));
    let price_basis = reader.headers().unwrap().iter().position(|name| name == "price_basis").unwrap();
    for record in reader.records() {
        let record = record.unwrap();
        assert!(!record[price_basis].is_empty());
        assert!(record.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@'])));
    }
    let md = out(&["list", "data", "--format", "md"]);
    let pipes = |line: &str| line.replace("\\|", "").matches('|').count();
    assert!(md.lines().all(|line| pipes(line) == pipes(md.lines().next().unwrap())));
    program::command().args(["guide", "--format", "csv"]).assert().code(2).stdout("").stderr(contains("csv"));
}

#[test]
fn escape_codes_are_only_printed_on_demand() {
    assert!(!out(&["list", "data"]).contains('\u{1b}'));
    assert!(out(&["list", "data", "--color", "always"]).contains('\u{1b}'));
    let has_color = |name: &str, value: &str, no_color: &str| {
        let mut command = program::command();
        let output = command.args(["list", "data"]).env(name, value).env("NO_COLOR", no_color).assert();
        output.get_output().stdout.contains(&0x1b)
    };
    assert!(has_color("FORCE_COLOR", "1", ""), "an empty NO_COLOR is none");
    assert!(!has_color("FORCE_COLOR", "0", ""));
    assert!(!has_color("FORCE_COLOR", "1", "1") && !has_color("CLICOLOR_FORCE", "1", "0"));
    assert!(!out(&["list", "data", "--color", "always", "--json"]).contains('\u{1b}'));
}

#[test]
fn ascii_output_has_no_sign_outside_ascii() {
    let signs = ['–', '—', '…', '≠', '×', '£', '€', '“', '”', '’'];
    for words in [["list"].as_slice(), &["show", SCM], &["compare", SCM, IBM], &["guide"]] {
        assert!(!out(&[words, &["--ascii"]].concat()).contains(signs), "{words:?}");
    }
}

#[test]
fn a_closed_pipe_ends_a_command_in_silence() {
    use std::process::Stdio;
    for words in [["list", "--json"].as_slice(), &["list", "--format", "csv"], &["guide"], &["--help"]] {
        let mut child = program::program().args(words).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        drop(child.stdout.take());
        let output = child.wait_with_output().unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{words:?}: {said}");
        assert!(!said.contains("panicked") && !said.contains("pipe"), "{words:?}: {said}");
    }
}

#[test]
fn completions_and_manual_come_from_the_same_definition() {
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script = out(&["completions", shell]);
        assert!(script.contains("compare") && script.contains("institution"), "{shell}");
    }
    let page = out(&["man"]);
    assert!(page.contains(".TH") && page.contains("compare"));
    assert!(out(&["man", "list"]).contains("max\\-price"));
    program::command().args(["man", "lst"]).assert().code(2).stdout("").stderr(contains("list"));
}

#[test]
fn the_same_words_print_the_same_bytes() {
    for words in [["list", "python", "--json"].as_slice(), &["facets", "--json"], &["show", SCM, "--json"]] {
        assert_eq!(out(words), out(words));
    }
}

#[test]
fn the_explorer_takes_its_lines_from_a_pipe_and_keeps_messages_off_standard_output() {
    let count = &json(&["list", "supply chain"])["count"];
    program::command()
        .arg("--accessible")
        .write_stdin("search supply chain\nserch\n1\nmore\n")
        .assert()
        .success()
        .stdout(contains(format!("1 of {count}: ")).and(contains(format!("Id: {SCM}"))).and(contains("serch").not()))
        .stderr(contains("Did you mean `search`?").and(contains("> ").not()));
    program::command().arg("--accessible").write_stdin("").assert().success().stdout(contains("`help`"));
    program::command().env("ACCESSIBLE", "1").write_stdin("quit").assert().success();
}

#[test]
fn the_explorer_asks_nothing_where_input_is_forbidden() {
    for words in [&["--no-input"][..], &["--no-input", "--accessible"]] {
        program::command().args(words).assert().code(2).stdout("").stderr(contains("--no-input"));
    }
}

#[test]
fn addresses_become_links_only_where_they_are_wanted() {
    let out = |words: &[&str]| program::command().args(words).assert().success().get_output().stdout.clone();
    let text = |words: &[&str]| String::from_utf8(out(words)).unwrap();
    let link = "\u{1b}]8;id=prospectus-";
    assert!(text(&["show", SCM, "--hyperlinks", "always"]).contains(link));
    for words in [
        &["show", SCM][..],
        &["show", SCM, "--hyperlinks", "never"],
        &["show", SCM, "--hyperlinks", "always", "--accessible"],
        &["show", SCM, "--hyperlinks", "always", "--json"],
        &["list", "supply", "--hyperlinks", "always", "--format", "csv"],
    ] {
        assert!(!text(words).contains('\u{1b}'), "{words:?}");
    }
}

#[test]
fn a_day_that_is_none_is_told_in_words_of_our_own() {
    for (command, flag) in [("list", "--as-of"), ("plan", "--start"), ("plan", "--deadline")] {
        for day in ["nonsense", "2026-02-30", "2026-13-01", ""] {
            let told = program::command().args([command, "x", flag, day]).assert().code(2);
            told.stderr(predicates::str::contains("it is not a date; write it like 2026-11-23"));
        }
    }
}

#[test]
fn titles_lead_to_their_pages_where_links_are_asked_for_and_nowhere_else() {
    let url = "https://learn.mit.edu/programs/program-v1:MITxT+SCM";
    let list = ["list", "mit", "supply", "chain", "--limit", "1"];
    let text = out(&[&list[..], &["--hyperlinks", "always"]].concat());
    let start = format!("\u{1b}]8;id=prospectus-0;{url}\u{1b}\\Supply Chain Manag");
    assert!(text.contains(&start), "{text:?}");
    let plan = out(&["plan", SCM, "--hours", "6", "--hyperlinks", "always"]);
    let start = format!("\u{1b}]8;id=prospectus-0;{url}\u{1b}\\Supply Chain Management · MIT (MicroMasters)\u{1b}]8;;");
    assert!(plan.contains(&start), "{plan:?}");
    for format in ["csv", "json", "md", "plain"] {
        let text = out(&[&list[..], &["--hyperlinks", "always", "--format", format]].concat());
        assert!(!text.contains('\u{1b}'), "{format}");
    }
    assert!(!out(&list).contains('\u{1b}'));
    let bare = |text: &str| {
        text.replace(&format!("\u{1b}]8;id=prospectus-0;{url}\u{1b}\\"), "").replace("\u{1b}]8;;\u{1b}\\", "")
    };
    let linked = out(&[&list[..], &["--hyperlinks", "always"]].concat());
    assert_eq!(bare(&linked), out(&list), "what is seen is the same");
}
