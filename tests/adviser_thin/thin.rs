//! Small catalogues made for a case, and answers for them.

use prospectus::advise::{Advice, Adviser, Answers, Questionnaire, Settings};
use prospectus::catalog::Catalog;
use serde_json::{Value, json};

use crate::told::{Told, told};

pub(crate) struct Thin {
    pub(crate) catalog: Catalog,
    pub(crate) adviser: Adviser,
    pub(crate) settings: Settings,
}

impl Thin {
    pub(crate) fn of(programs: &[Value]) -> Self {
        let file = json!({
            "format": "prospectus-catalog/1", "name": "thin", "as_of": "2026-05-15",
            "sources": [{"id": "list", "title": "a list", "as_of": "2026-05-15", "grade": "A", "licence": "own work"}],
            "institutions": [
                {"key": "mitx", "name": "Massachusetts Institute of Technology", "short": "MIT", "aliases": ["MITx"]},
                {"key": "harvardx", "name": "Harvard University", "short": "Harvard", "aliases": ["HarvardX"]},
            ],
            "courses": [], "programs": programs,
        });
        let catalog = Catalog::from_text(file.to_string()).expect("a catalogue that keeps the rules");
        let adviser = Adviser::new(&catalog, Questionnaire::embedded().expect("the shipped questionnaire"));
        Self { catalog, adviser, settings: Settings::new(jiff::civil::date(2026, 11, 23)) }
    }

    pub(crate) fn answers(&self, answers: &Value) -> Answers {
        self.adviser.parse_answers(&answers.to_string()).unwrap_or_else(|error| panic!("{answers}: {error}"))
    }

    pub(crate) fn advise(&self, answers: &Value) -> Advice {
        self.adviser.advise(&self.catalog, &self.answers(answers), &self.settings)
    }

    pub(crate) fn told(&self, answers: &Value) -> Told {
        told(&self.adviser, &self.catalog, &self.advise(answers))
    }

    pub(crate) fn refused(&self, answers: &Value) -> String {
        self.adviser.parse_answers(&answers.to_string()).expect_err("answers that are refused").to_string()
    }
}

/// A program of a kind in the latest list, with these facts.
pub(crate) fn program(id: &str, kind: &str, facts: Value) -> Value {
    let stated = |value: &str| json!([{"value": value, "source": "list"}]);
    let mut record = json!({"id": id, "title": id, "kind": stated(kind), "status": stated("current")});
    if let Value::Object(facts) = facts {
        record.as_object_mut().expect("a record").extend(facts);
    }
    record
}

pub(crate) fn older(id: &str, kind: &str) -> Value {
    program(id, kind, json!({"status": [{"value": "older", "source": "list"}]}))
}

pub(crate) const PC: &str = "professional-certificate";
pub(crate) const MM: &str = "micromasters";

/// Answers that limit nothing and lean to neither kind.
pub(crate) fn balanced() -> Value {
    json!({"goal": "deepen", "credit": "no", "level": "intermediate", "depth": "balanced"})
}

pub(crate) fn and(answers: &Value, more: &Value) -> Value {
    let mut all = answers.clone();
    for (key, value) in more.as_object().into_iter().flatten() {
        all[key] = value.clone();
    }
    all
}

pub(crate) fn priced(id: &str, amount: u32) -> Value {
    program(id, PC, json!({"price": [{"value": amount, "currency": "USD", "source": "list"}]}))
}

pub(crate) fn paying(amount: u32) -> Value {
    let budget = json!({"amount": amount, "currency": "USD"});
    json!({"goal": "apply_now", "depth": "practical", "credit": "no", "budget": budget})
}
