//! Mutated inputs of users and catalogues to the core: what is accepted must pass every printer, and what is not is
//! rejected with a sentence.

use std::sync::{Arc, LazyLock};

use jiff::Timestamp;
use jiff::civil::{Date, date};
use prospectus::advise::{Adviser, AnswersError, Questionnaire, Settings};
use prospectus::app::World;
use prospectus::catalog::{Catalog, CatalogError, Currency, Money, ProgramIx, Rates};
use prospectus::config::Config;
use prospectus::export::advice::result_json;
use prospectus::export::{
    LIST_TITLES, Listing, Sheet, claims_sheet, flow_dot, flow_json, flow_mermaid, json_text, list_rows, plans_ics,
    program_json, write_csv,
};
use prospectus::guide::Guide;
use prospectus::keys::{self, keymap};
use prospectus::lines::Conversation;
use prospectus::page::print::{Headings, Style, html, in_words, lay_out, markdown, no_keys, row_in_words};
use prospectus::page::{self, Advised, Block, Depth, Doc, Line, Names, Page, Report, Table};
use prospectus::plan::{PlanSettings, plans};
use prospectus::search::{Hit, Index, Sort, View};
use prospectus::ui::look::Own;
use serde_json::Value;

use compiled::Right;

#[path = "../../fuzz/compiled.rs"]
mod compiled;

const CATALOG: &str = include_str!("../../assets/catalog.json");
const QUESTIONNAIRE: &str = include_str!("../../assets/questionnaire.json");
const RATES: &str = include_str!("../../assets/rates.json");
/// The programs of the small catalogue: a few with all kinds of facts.
const PROGRAMS: [&str; 3] = ["mitx-supply-chain-management", "harvardx-data-science", "ibm-data-science"];
const DAY: Date = date(2026, 11, 23);

/// The small catalogue as text: the programs, their courses and institutions, and the sources that these cite.
static TEXT: LazyLock<String> = LazyLock::new(|| {
    let mut whole: Value = serde_json::from_str(CATALOG).expect("JSON");
    keep(&mut whole, "programs", |program| PROGRAMS.iter().any(|id| program["id"] == *id));
    let mut citing = whole["programs"].to_string();
    keep(&mut whole, "courses", |course| citing.contains(&course["id"].to_string()));
    citing += &whole["courses"].to_string();
    keep(&mut whole, "sources", |source| citing.contains(&source["id"].to_string()));
    keep(&mut whole, "institutions", |institution| citing.contains(&institution["key"].to_string()));
    whole.to_string()
});

/// Keeps the records of a list that satisfy a condition.
fn keep(whole: &mut Value, list: &str, is_wanted: impl Fn(&Value) -> bool) {
    whole[list].as_array_mut().expect("records").retain(is_wanted);
}

static SMALL: LazyLock<Catalog> = LazyLock::new(|| Catalog::from_text(TEXT.as_str()).expect("a part of a catalogue"));
static INDEX: LazyLock<Arc<Index>> = LazyLock::new(|| Arc::new(Index::new(&SMALL)));
static ADVISER: LazyLock<Adviser> = LazyLock::new(|| {
    Adviser::searching(&SMALL, Questionnaire::embedded().expect("the shipped questionnaire"), Arc::clone(&INDEX))
});

thread_local! {
    static STARTED: Conversation =
        Conversation::new(World::new(SMALL.clone(), DAY, Some("English".to_owned()), keys::defaults()));
}

/// A catalogue of a few programs.
pub(crate) fn small() -> &'static Catalog {
    &SMALL
}

/// The small catalogue as the only input.
pub(crate) fn catalogues() -> Vec<Vec<u8>> {
    vec![TEXT.clone().into_bytes()]
}

/// A page in the form of every printer.
pub(crate) fn as_page(page: Page) -> Vec<String> {
    let style = Style { keys: &no_keys, cursor: None, headings: Headings::AsWritten };
    let lines = |doc: &Doc| doc.lines.iter().map(Line::text).collect::<Vec<_>>().join("\n");
    let mut all = vec![lines(&lay_out(&page, 40, style)), lines(&lay_out(&page, 100, style))];
    all.extend([in_words(&page, &no_keys), markdown(&page)]);
    all.push(html(&Report { title: "Changed".to_owned(), about: Vec::new(), pages: vec![page] }));
    all
}

/// A table in the form of every printer.
pub(crate) fn as_table(table: &Table) -> Vec<String> {
    let mut all = as_page(Page::new(vec![Block::Table(table.clone())]));
    all.extend(table.rows.iter().map(|row| row_in_words(table, row)));
    all
}

/// A sheet as CSV.
pub(crate) fn as_csv(sheet: &Sheet) -> String {
    let mut bytes = Vec::new();
    write_csv(&sheet.titles, sheet.rows.iter(), &mut bytes).expect("every row has as many cells as there are titles");
    String::from_utf8(bytes).expect("text")
}

fn listed(listing: &Listing<'_>) -> String {
    let mut text = Vec::new();
    listing.write(&mut text).expect("memory takes every byte");
    String::from_utf8(text).expect("JSON is text")
}

/// A catalogue in every form that commands print.
pub(crate) fn printed(catalog: &Catalog) -> Vec<String> {
    let index = Index::new(catalog);
    let found = index.search(catalog, &View::default());
    let hits: Vec<Hit> = found.iter().take(3).collect();
    let mut all = as_table(&page::list(catalog, hits.iter().copied(), Names::Full, Sort::Match));
    let rows = list_rows(catalog, hits.iter().copied()).collect();
    all.push(as_csv(&Sheet { rows, ..Sheet::new(&LIST_TITLES) }));
    all.push(listed(&Listing { catalog, index: &index, found: &found, limit: 3 }));
    let settings = PlanSettings::new(DAY);
    let some: Vec<ProgramIx> = catalog.all().take(3).collect();
    for ix in &some {
        let program = catalog.program(*ix);
        all.extend(as_page(page::program(catalog, *ix, &settings, "")));
        all.extend(as_page(page::sources(catalog, *ix, None)));
        all.push(as_csv(&claims_sheet(catalog, program)));
        all.push(json_text(&program_json(catalog, program)));
    }
    all.push(plans_ics(catalog, &plans(catalog, &some, &settings), Timestamp::UNIX_EPOCH));
    all
}

pub(crate) fn catalogue(bytes: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
    match Catalog::from_text(text) {
        Ok(catalog) => printed(&catalog),
        Err(CatalogError::Rejected(problems)) => problems.iter().map(ToString::to_string).collect(),
        Err(error) => vec![error.to_string()],
    }
}

static RIGHT: LazyLock<Right> = LazyLock::new(Right::new);

pub(crate) fn compiled_catalogues() -> Vec<Vec<u8>> {
    vec![RIGHT.bytes.clone()]
}

pub(crate) fn compiled(bytes: &[u8]) -> Vec<String> {
    RIGHT.assert_never_wrong(bytes.to_vec());
    // A checksum stops most random bytes early, so they are also used to choose changes to a valid file.
    RIGHT.assert_never_wrong(RIGHT.changed(&bytes[..bytes.len().min(40)]));
    Vec::new()
}

pub(crate) fn answer_files() -> Vec<Vec<u8>> {
    let whole = r#"{"goal": "switch_career", "credit": "nice", "education": "bachelor", "horizon": "18m",
        "hours": "8-12", "budget": "500-1500", "level": "intermediate", "field": ["Data Analysis & Statistics"],
        "depth": "deep", "exams": "fine", "pacing": "either", "institution": {"prefer": ["MIT"], "must": []},
        "language": ["English"]}"#;
    let other = r#"{"horizon": "2028-06-30", "hours": 6, "budget": {"amount": 900, "currency": "EUR"},
        "field": {"only": ["supply chain", "python"]}, "credit": {"at": "MIT"}, "done": ["Machine Learning"]}"#;
    [whole, other].map(|text| text.as_bytes().to_vec()).to_vec()
}

/// The result for answers, in words and as data.
fn result(adviser: &Adviser, answers: &prospectus::advise::Answers) -> Vec<String> {
    let advice = adviser.advise(&SMALL, answers, &Settings::new(DAY));
    let guide = Guide::embedded();
    let shown = Advised { catalog: &SMALL, adviser, guide: &guide, advice: &advice, kept: &[] };
    let mut all = as_page(page::result(shown, 0, Depth::Full));
    all.push(json_text(&result_json(&advice, &adviser.explainer(&SMALL, &advice.asked))));
    all
}

pub(crate) fn answers(bytes: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
    let before = ADVISER.parse_answers(r#"{"goal": "explore"}"#).expect("answers");
    let setting = text.chars().take(60).collect::<String>();
    let mut all = match ADVISER.parse_answers(text) {
        Ok(answers) => result(&ADVISER, &answers),
        Err(error) => refused(&error),
    };
    match ADVISER.with_setting(&before, &setting, DAY) {
        Ok(answers) => all.extend(result(&ADVISER, &answers)),
        Err(error) => all.extend(refused(&error)),
    }
    assert_eq!(before.to_json(), serde_json::json!({"goal": "explore"}));
    all
}

fn refused(error: &AnswersError) -> Vec<String> {
    vec![error.to_string()]
}

pub(crate) fn questionnaires() -> Vec<Vec<u8>> {
    vec![QUESTIONNAIRE.as_bytes().to_vec()]
}

pub(crate) fn questionnaire(bytes: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
    match Questionnaire::parse(text) {
        Ok(asked) => {
            let mut all = vec![json_text(&flow_json(&asked)), flow_dot(&asked), flow_mermaid(&asked)];
            let adviser = Adviser::searching(&SMALL, asked, Arc::clone(&INDEX));
            if let Ok(answers) =
                adviser.parse_answers(r#"{"goal": "switch_career", "hours": "8-12", "credit": "nice"}"#)
            {
                all.extend(result(&adviser, &answers));
            }
            all
        }
        Err(error) => vec![error.to_string()],
    }
}

pub(crate) fn configurations() -> Vec<Vec<u8>> {
    let text = "look = \"dark\"\nmouse = true\ncurrency = \"EUR\"\nkeep_answers = \"never\"\n\n\
        [keys]\nundo = [\"ctrl+z\", \"u\"]\nquit = \"q\"\n\n[keys.list]\ncompare = \"c\"\n\n\
        [own-look]\nmatch = \"bright-blue bold\"\ntitle = \"bold underlined\"\n";
    vec![text.as_bytes().to_vec()]
}

pub(crate) fn configuration(bytes: &[u8]) -> Vec<String> {
    let Ok(text) = std::str::from_utf8(bytes) else { return Vec::new() };
    let (config, mut complaints) = Config::read(text);
    complaints.extend(keymap(&config.keys).1);
    complaints.extend(Own::read(&config.own_look).1);
    let set = Config::with_setting(text, "keep", "false");
    if complaints.is_empty() {
        assert_eq!(Config::read(&set).0.keep, Some(false), "{set}");
    }
    complaints.iter().map(|complaint| complaint.of_file("config.toml")).collect()
}

pub(crate) fn queries() -> Vec<Vec<u8>> {
    let texts = [
        "supply chain -python \"data science\" inst:mit,harvard",
        "kind:micromasters months:<=12 price:500..1500 level:beginner",
        "ciencia de datos Straße İstanbul سلام 数据 e\u{301}",
        "field:business hours:>=40 lang:english courses:3-5",
    ];
    texts.map(|text| text.as_bytes().to_vec()).to_vec()
}

pub(crate) fn query(bytes: &[u8]) -> Vec<String> {
    let view = View { query: String::from_utf8_lossy(bytes).into_owned(), ..View::default() };
    let found = INDEX.find(&SMALL, &view);
    let hits: Vec<Hit> = found.hits.iter().collect();
    for hit in &hits {
        let title = SMALL.program(hit.program).title.chars().count();
        let marks = INDEX.highlight(&SMALL, &found.hits, hit.program);
        assert!(marks.iter().all(|(from, to)| from < to && *to <= title), "{marks:?} in {title} characters");
    }
    let mut all = as_table(&page::list(&SMALL, hits.iter().copied(), Names::Short, Sort::Match));
    all.extend(found.hits.notice.clone());
    all.push(listed(&Listing { catalog: &SMALL, index: &INDEX, found: &found.hits, limit: 3 }));
    all
}

pub(crate) fn rate_files() -> Vec<Vec<u8>> {
    vec![RATES.as_bytes().to_vec()]
}

pub(crate) fn rates(bytes: &[u8]) -> Vec<String> {
    let rates: Rates = match serde_json::from_slice(bytes) {
        Ok(rates) => rates,
        Err(error) => return vec![prospectus::catalog::printable(&error.to_string()).into_owned()],
    };
    for rate in rates.all() {
        let money = Money::from_units(1000.0, 1000.0, rate.currency);
        let there = rates.convert(money, Currency::USD);
        assert!(there.is_none_or(|money| money.low >= 0 && money.high >= money.low), "{rate:?}");
        let _ = rates.drift.over(3.0);
    }
    rates.all().iter().map(|rate| rate.source.to_string()).collect()
}

pub(crate) fn conversations() -> Vec<Vec<u8>> {
    let texts = [
        "search python\nlist\nopen 1\nsources 1\nback\nadd 1\nadd 2\ncompare\nplan 6\nundo\n",
        "guide-me\n2\n3\n1\n18m\n8-12\nresult\nwhy-not ibm-data-science\nplan 1\nmap\nrange price 0 500\nhelp\n",
        "filters\nfilter 3\nunfilter 3\nlooks\nsort length\nkeep 1\nnote 1 ask about the exam\nshortlist\nactions\n",
    ];
    texts.map(|text| text.as_bytes().to_vec()).to_vec()
}

pub(crate) fn conversation(bytes: &[u8]) -> Vec<String> {
    let mut conversation = STARTED.with(Clone::clone);
    let mut all = conversation.greeting();
    for line in String::from_utf8_lossy(bytes).lines().take(60) {
        let reply = conversation.hear(line);
        all.extend(reply.told.into_iter().chain(reply.said));
    }
    all
}

pub(crate) fn terminal_inputs() -> Vec<Vec<u8>> {
    let inputs: [&[u8]; 4] = [
        b"/supply\x1b[200~pasted text\x1b[201~\r\x1b[A\x1b[1;5C\x1bOP\x1b[<0;12;7M\x1b[<0;12;7m",
        b"\x1b]11;rgb:0000/0000/0000\x1b\\\x1bP>|xterm(370)\x1b\\\x1b[?1;2c\x1b[M !!",
        b"\x1b[103;2u\x1b[27u\x1b[35;7u\x1bOM\x1b[57414u\x08\x7f\x1bq",
        "\u{1f469}\u{200d}\u{1f4bb} e\u{301} \u{6570}\u{636e}\x1b[3~\x1b[15~".as_bytes(),
    ];
    inputs.map(<[u8]>::to_vec).to_vec()
}

#[cfg(unix)]
pub(crate) fn terminal(bytes: &[u8]) -> Vec<String> {
    use crossterm::event::{Event, KeyCode};
    use prospectus::term::Decoder;

    let mut whole = Decoder::default();
    let mut events = whole.feed(bytes);
    events.extend(whole.give_up());
    assert_eq!(whole.patience(), None, "something is waited for after the end");
    // The events do not depend on how the bytes are split into chunks, as long as the decoder does not time out.
    let mut pieces = Decoder::default();
    let mut again: Vec<Event> = bytes.chunks(3).flat_map(|piece| pieces.feed(piece)).collect();
    again.extend(pieces.give_up());
    assert_eq!(events, again);
    let mut size = 0;
    for event in &events {
        match event {
            Event::Key(key) => {
                size += 1;
                assert!(!matches!(key.code, KeyCode::Char(c) if c.is_control()), "{key:?}");
            }
            Event::Paste(text) => size += text.len(),
            _ => {}
        }
    }
    // In a paste, an invalid byte may become a replacement character of three bytes.
    assert!(size <= 3 * bytes.len(), "more came out than went in");
    Vec::new()
}

#[cfg(not(unix))]
pub(crate) fn terminal(_: &[u8]) -> Vec<String> {
    Vec::new()
}
