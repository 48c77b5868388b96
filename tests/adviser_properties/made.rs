//! Generators of catalogues and answers.

use std::collections::BTreeSet;

use proptest::prelude::*;
use prospectus::advise::{Advice, Adviser, Answers, Outcome, Questionnaire, Settings};
use prospectus::catalog::{Catalog, Program};
use prospectus::export::advice::result_json;
use serde_json::{Map, Value, json};

pub(crate) const KINDS: [&str; 6] =
    ["professional-certificate", "micromasters", "microbachelors", "xseries", "masters", "other:Nanodegree"];

/// The record of a program in a catalogue file.
pub(crate) type Record = Map<String, Value>;

pub(crate) fn claim(value: impl Into<Value>) -> Value {
    let value = value.into();
    json!([{"value": value, "source": "list"}])
}

pub(crate) fn price(amount: u32, currency: &str) -> Value {
    json!({"value": amount, "currency": currency, "source": "list"})
}

fn fact(record: &mut Record, key: &str, value: Option<Value>) {
    if let Some(value) = value {
        record.insert(key.to_owned(), value);
    }
}

fn range(unit: Option<&'static str>, low: u32, high: u32) -> impl Strategy<Value = Value> {
    (low..high, 0..high, any::<bool>()).prop_map(move |(start, width, is_estimate)| {
        let basis = if is_estimate { "estimated" } else { "stated" };
        let mut claim = match width {
            0 => json!({"value": start, "basis": basis, "source": "list"}),
            width => json!({"low": start, "high": start + width, "basis": basis, "source": "list"}),
        };
        if let Some(unit) = unit {
            claim["unit"] = json!(unit);
        }
        json!([claim])
    })
}

fn prices() -> impl Strategy<Value = Value> {
    let one = (prop::sample::select(vec!["USD", "USD", "USD", "EUR"]), 0_u32..7000, 0_u32..900, any::<bool>());
    prop::collection::vec(one, 1..3).prop_map(|all| {
        let claims: Vec<Value> = all
            .into_iter()
            .map(|(currency, low, width, is_estimate)| {
                let basis = if is_estimate { "estimated" } else { "stated" };
                match width / 3 {
                    0..100 => json!({"value": low, "currency": currency, "basis": basis, "source": "list"}),
                    width => {
                        json!({"low": low, "high": low + width, "currency": currency, "basis": basis, "source": "list"})
                    }
                }
            })
            .collect();
        Value::Array(claims)
    })
}

fn credit() -> impl Strategy<Value = Value> {
    let all = vec![
        ("none", "stated"),
        ("none", "presumed"),
        ("possible", "presumed"),
        ("recommended", "stated"),
        ("pathway", "stated"),
        ("included", "stated"),
    ];
    prop::sample::select(all).prop_map(|(value, basis)| json!([{"value": value, "basis": basis, "source": "list"}]))
}

fn one_of(all: &'static [&'static [&'static str]]) -> impl Strategy<Value = Value> {
    prop::sample::select(all).prop_map(|names| claim(json!(names)))
}

/// A program without its id and with many unknown facts.
pub(crate) fn record() -> impl Strategy<Value = Record> {
    record_known(0.7)
}

/// A program without its id, of which each fact is known with the given probability.
pub(crate) fn record_known(known: f64) -> impl Strategy<Value = Record> {
    fn maybe<S: Strategy<Value = Value>>(known: f64, strategy: S) -> impl Strategy<Value = Option<Value>> {
        prop::option::weighted(known, strategy)
    }
    let titles = &["Data Science", "Data Science with Python", "Supply Chain", "Modern Art", "Finance", "Law and Data"];
    let names = (prop::sample::select(&titles[..]), prop::sample::select(&KINDS[..]), prop::bool::weighted(0.85));
    let what = (
        maybe(known, one_of(&[&["north"], &["south"], &["north", "south"]])),
        maybe(known, one_of(&[&["Data Analysis & Statistics"], &["Business & Management"], &["Law", "Humanities"]])),
        maybe(
            known,
            one_of(&[
                &["introductory"],
                &["intermediate"],
                &["advanced"],
                &["graduate"],
                &["introductory", "advanced"],
            ]),
        ),
        maybe(known, one_of(&[&["English"], &["Spanish"], &["English", "Spanish"]])),
        maybe(known, one_of(&[&["self-paced"], &["instructor-paced"], &["self-paced", "instructor-paced"]])),
    );
    let time = (
        maybe(known, range(Some("months"), 1, 24)),
        maybe(known, range(None, 10, 300)),
        maybe(known, range(None, 1, 15)),
        prop::option::weighted(0.3, range(None, 4, 60)),
    );
    let rest = (
        maybe(known, prices()),
        maybe(known, credit()),
        maybe(known, any::<bool>().prop_map(|yes| claim(json!(yes)))),
        prop::option::weighted(
            0.2,
            prop::sample::select(vec!["a final test", "dated final exams"]).prop_map(|text| claim(json!(text))),
        ),
        prop::option::weighted(0.2, one_of(&[&["Data Science"], &["Accounting"]])),
    );
    (names, what, time, rest).prop_map(|((title, kind, is_current), what, time, rest)| {
        let mut record = Map::new();
        record.insert("title".to_owned(), json!(title));
        fact(&mut record, "kind", Some(claim(json!(kind))));
        fact(&mut record, "status", Some(claim(json!(if is_current { "current" } else { "older" }))));
        for (key, value) in ["institutions", "fields", "level", "languages", "pacing"]
            .into_iter()
            .zip([what.0, what.1, what.2, what.3, what.4])
        {
            fact(&mut record, key, value);
        }
        for (key, value) in
            ["length", "effort", "workload", "study_weeks"].into_iter().zip([time.0, time.1, time.2, time.3])
        {
            fact(&mut record, key, value);
        }
        for (key, value) in
            ["price", "credit", "proctored", "exam", "skills"].into_iter().zip([rest.0, rest.1, rest.2, rest.3, rest.4])
        {
            fact(&mut record, key, value);
        }
        record
    })
}

pub(crate) fn records() -> impl Strategy<Value = Vec<Record>> {
    records_known(0.7)
}

/// So many programs that most of them cannot become the best of their kind by any one answer.
pub(crate) fn many_records() -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(record_known(0.8), 60..120).prop_map(numbered)
}

fn numbered(mut records: Vec<Record>) -> Vec<Record> {
    for (at, record) in records.iter_mut().enumerate() {
        record.insert("id".to_owned(), json!(format!("p{at:03}")));
    }
    records
}

pub(crate) fn records_known(known: f64) -> impl Strategy<Value = Vec<Record>> {
    prop::collection::vec(record_known(known), 1..14).prop_map(numbered)
}

/// A catalogue file of these records. An older program contains every language and field that the answers use.
pub(crate) fn file(records: &[Record]) -> Value {
    let mut programs: Vec<Value> = records.iter().cloned().map(Value::Object).collect();
    let anchor = json!({
        "id": "zz-anchor", "title": "Anchor", "kind": claim(json!("xseries")), "status": claim(json!("older")),
        "languages": claim(json!(["English", "Spanish"])), "institutions": claim(json!(["north", "south"])),
        "fields": claim(json!(["Data Analysis & Statistics", "Business & Management", "Law", "Humanities"])),
    });
    programs.push(anchor);
    json!({
        "format": "prospectus-catalog/1", "name": "made", "as_of": "2026-05-15",
        "sources": [{"id": "list", "title": "a list", "as_of": "2026-05-15", "grade": "B", "licence": "own work"}],
        "institutions": [
            {"key": "north", "name": "Northbridge University", "short": "Northbridge", "aliases": []},
            {"key": "south", "name": "Southport College", "short": "Southport", "aliases": ["SPC"]},
        ],
        "courses": [], "programs": programs,
    })
}

/// The catalogue of that file.
pub(crate) fn catalog(records: &[Record]) -> Catalog {
    Catalog::from_text(file(records).to_string()).expect("a generated catalogue keeps the rules")
}

/// Answers as JSON; each question may be skipped.
pub(crate) fn answers() -> impl Strategy<Value = Map<String, Value>> {
    let pick = |values: Vec<Value>| prop::option::weighted(0.6, prop::sample::select(values));
    let plain = |values: &[&str]| values.iter().map(|value| json!(value)).collect::<Vec<_>>();
    let weighing = (
        pick(plain(&["apply_now", "switch_career", "explore", "deepen", "masters"])),
        pick(plain(&["must", "nice", "no"])),
        pick(plain(&["none", "some_college", "bachelor", "master"])),
        pick([plain(&["3m", "6m", "12m", "18m", "none"]), vec![json!("2027-09-01")]].concat()),
        pick([plain(&["lt4", "4-7", "8-12", "gt12"]), vec![json!(6), json!(9.5)]].concat()),
        pick(
            [plain(&["beginner", "intermediate", "advanced"]), vec![json!({"is": "beginner", "cannot_prepare": true})]]
                .concat(),
        ),
    );
    let others = (
        pick(plain(&["practical", "balanced", "deep"])),
        pick(plain(&["avoid", "fine", "want"])),
        pick(plain(&["self_only", "either", "scheduled_only"])),
        pick(
            [plain(&["lt500", "500-1500", "1500-5000", "gt5000"]), vec![json!({"amount": 900, "currency": "EUR"})]]
                .concat(),
        ),
        pick(vec![
            json!(["data science"]),
            json!(["Law", "finance"]),
            json!({"only": ["Law"]}),
            json!({"only": ["data science"]}),
        ]),
        pick(vec![
            json!({"prefer": ["Northbridge"], "must": []}),
            json!({"must": ["SPC"]}),
            json!(["Southport", "Northbridge"]),
        ]),
        pick(vec![json!(["English"]), json!(["Spanish", "English"])]),
    );
    (weighing, others).prop_map(|(one, two)| {
        let keys = ["goal", "credit", "education", "horizon", "hours", "level"];
        let more = ["depth", "exams", "pacing", "budget", "field", "institution", "language"];
        let first = keys.into_iter().zip([one.0, one.1, one.2, one.3, one.4, one.5]);
        let second = more.into_iter().zip([two.0, two.1, two.2, two.3, two.4, two.5, two.6]);
        first.chain(second).filter_map(|(key, value)| Some((key.to_owned(), value?))).collect()
    })
}

/// Answers of which only a few affect the score, including those of `always`, so that a single fact decides.
pub(crate) fn few_answers(always: &'static [&'static str]) -> impl Strategy<Value = Map<String, Value>> {
    let weighing = vec!["horizon", "budget", "level", "field", "institution", "exams", "depth", "pacing", "credit"];
    (answers(), prop::sample::subsequence(weighing, 0..3)).prop_map(move |(answers, kept)| {
        let is_kept =
            |key: &str| ["goal", "education", "hours"].contains(&key) || kept.contains(&key) || always.contains(&key);
        let few = answers.into_iter().filter(|(key, _)| is_kept(key));
        let lean = [("goal", "deepen"), ("education", "bachelor"), ("hours", "8-12")];
        let base = lean.into_iter().map(|(key, value)| (key.to_owned(), json!(value)));
        base.chain(few).collect()
    })
}

/// A catalogue and its adviser.
pub(crate) struct Made {
    pub(crate) catalog: Catalog,
    pub(crate) adviser: Adviser,
    pub(crate) settings: Settings,
}

impl Made {
    pub(crate) fn of(records: &[Record]) -> Self {
        let catalog = catalog(records);
        let adviser = Adviser::new(&catalog, Questionnaire::embedded().expect("the shipped questionnaire"));
        let settings = Settings { shown: 100, ..Settings::new(jiff::civil::date(2026, 11, 23)) };
        Self { catalog, adviser, settings }
    }

    pub(crate) fn answers(&self, json: &Map<String, Value>) -> Answers {
        self.adviser.parse_answers(&Value::Object(json.clone()).to_string()).expect("generated answers are understood")
    }

    pub(crate) fn advise(&self, json: &Map<String, Value>) -> Advice {
        self.adviser.advise(&self.catalog, &self.answers(json), &self.settings)
    }

    pub(crate) fn json(&self, json: &Map<String, Value>) -> Value {
        let advice = self.advise(json);
        result_json(&advice, &self.adviser.explainer(&self.catalog, &advice.asked))
    }

    /// The ids of the programs that pass every limit.
    pub(crate) fn possible(&self, json: &Map<String, Value>) -> BTreeSet<String> {
        let advice = self.advise(json);
        let out: BTreeSet<&str> =
            advice.knocked_out.iter().map(|out| self.catalog.program(out.program).id.as_str()).collect();
        self.catalog.programs().map(|program| program.id.to_string()).filter(|id| !out.contains(id.as_str())).collect()
    }

    /// Whether another program has the same title and is offered by the same institutions.
    pub(crate) fn has_sibling(&self, id: &str) -> bool {
        let own = self.catalog.program(self.catalog.find(id).expect("its id"));
        let is_like = |other: &Program| other.title == own.title && other.institutions() == own.institutions();
        self.catalog.programs().filter(|other| is_like(other)).count() > 1
    }

    /// The ids of the ranked programs in order, with the rank and the printed bounds of the score.
    pub(crate) fn ranking(&self, advice: &Advice) -> Vec<(String, usize, u32, u32)> {
        let line = |place: &prospectus::advise::Place| {
            (self.catalog.program(place.program).id.to_string(), place.rank, place.score.low, place.score.high)
        };
        advice.ranking.iter().map(line).collect()
    }

    /// The outcome and the first program: a change of answers that keeps both counts as changing nothing.
    pub(crate) fn gist(&self, advice: &Advice) -> (Outcome, Option<String>) {
        (advice.outcome, advice.top().map(|top| self.catalog.program(top).id.to_string()))
    }
}

/// `answers` with one more answer.
pub(crate) fn with(answers: &Map<String, Value>, key: &str, value: Value) -> Map<String, Value> {
    let mut answers = answers.clone();
    answers.insert(key.to_owned(), value);
    answers
}
