//! Wishes as people type them that are harder than the name of a field: something is denied in them, they are mistyped,
//! written as in a chat, name two things at once, or happen to be the title of an older program. The table was written
//! before any rule about these kinds was changed.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use prospectus::advise::{Advice, Outcome};
use prospectus::catalog::{ProgramIx, Strength};
use prospectus::topics::{Vocabulary, of_program};

use crate::desk::Desk;
use crate::learners::{Expected, rows};

const WISHES: &str = include_str!("../data/wishes.tsv");

/// The least share of wishes whose first program is one that the table names, in per cent.
const FIRST_PERCENT: usize = 95;
/// The most other faults in all of them: something shown off the field or about what was denied, or a denial not told.
const MAX_OTHER_FAULTS: usize = 6;

/// A line of the table.
struct Wish {
    expected: Expected<'static>,
    kind: &'static str,
    denied: &'static str,
}

fn wishes() -> Vec<Wish> {
    let wish = |row: Vec<&'static str>| {
        let [who, kind, topics, first, denied] = row[..] else { panic!("five columns: {row:?}") };
        let answers = serde_json::json!({
            "goal": "deepen", "credit": "no", "level": "intermediate", "depth": "balanced", "field": [who],
        });
        Wish { expected: Expected { who, answers: answers.to_string(), topics, first }, kind, denied }
    };
    rows(WISHES).map(wish).collect()
}

impl Desk {
    /// Whether a program is about a topic or about one of its parts.
    fn is_about(&self, program: ProgramIx, id: &str) -> bool {
        let vocabulary = Vocabulary::embedded();
        let topic = vocabulary.find(id).unwrap_or_else(|| panic!("no topic is called {id}"));
        let own = of_program(vocabulary, &self.catalog, self.catalog.program(program));
        let mut about = own.iter().filter(|own| own.strength == Strength::About);
        about.any(|own| own.topic == topic || vocabulary.broader(own.topic).contains(&topic))
    }

    /// What is wrong with the answer to a wish; empty if nothing is.
    fn faults(&self, wish: &Wish, advice: &Advice) -> Vec<&'static str> {
        let is_right = match advice.top() {
            Some(top) => self.is_right(top, &wish.expected),
            None => advice.outcome == Outcome::NoMatch && wish.expected.first.split('|').any(|right| right == "-"),
        };
        let shown = || advice.programs.iter().map(|one| one.program);
        let is_stray = |program| wish.expected.first == "-" || !self.is_on_field(program, &wish.expected);
        let denied = || wish.denied.split(',').filter(|id| !matches!(*id, "-" | "?"));
        let is_denied = |program| denied().any(|id| self.is_about(program, id));
        let text = || self.text(advice);
        let told = match wish.denied {
            "-" => true,
            "?" => text().contains("is not on record"),
            _ => text().contains("but not "),
        };
        let faults = [
            (!is_right, "first"),
            (shown().any(is_stray), "off the field"),
            (shown().any(is_denied), "denied"),
            (!told, "not told"),
        ];
        faults.into_iter().filter(|(is_so, _)| *is_so).map(|(_, fault)| fault).collect()
    }
}

#[test]
#[expect(clippy::print_stdout, reason = "the misses are what one runs this test for")]
fn a_wish_as_people_type_it_is_read_as_they_mean_it() {
    let desk = Desk::open();
    let mut by_kind: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let (mut first, mut others, mut told) = (0, 0, String::new());
    let wishes = wishes();
    for wish in &wishes {
        let advice = desk.advise(&wish.expected.answers);
        let faults = desk.faults(wish, &advice);
        let (right, all) = by_kind.entry(wish.kind).or_default();
        *all += 1;
        *right += usize::from(faults.is_empty());
        first += usize::from(!faults.contains(&"first"));
        others += faults.iter().filter(|fault| **fault != "first").count();
        let shown: Vec<&str> =
            advice.programs.iter().map(|one| desk.catalog.program(one.program).id.as_str()).collect();
        if !faults.is_empty() {
            let _ = writeln!(told, "`{}` ({}): {faults:?} {shown:?}", wish.expected.who, wish.kind);
        }
    }
    println!("{told}{by_kind:?}: {first} of {} first, {others} other faults", wishes.len());
    assert!(wishes.len() >= 60);
    assert!(
        first * 100 >= wishes.len() * FIRST_PERCENT && others <= MAX_OTHER_FAULTS,
        "{first} of {} first, {others} others:\n{told}",
        wishes.len()
    );
}
