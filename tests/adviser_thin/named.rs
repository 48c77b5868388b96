//! Programs that are asked for in words: which one is meant, and what is named if none is.

use prospectus::advise::Trace;
use serde_json::json;

use crate::thin::{MM, PC, Thin, balanced, program};
use crate::told::told_why;

/// Two programs with titles of six and of two words.
fn two() -> Thin {
    let titled = |id: &str, title: &str| program(id, PC, json!({"title": title}));
    Thin::of(&[titled("first-one", "Alpha Beta Gamma Delta Epsilon Zeta"), titled("another-id", "Sigma Tau")])
}

#[test]
fn a_word_names_a_word_of_a_title_or_if_it_is_long_its_beginning() {
    let thin = two();
    let meant = |typed: &str| {
        let why = thin.adviser.why_not(&thin.catalog, &thin.answers(&balanced()), &thin.settings, typed);
        why.program.map(|ix| thin.catalog.program(ix).id.to_string())
    };
    assert_eq!(meant("alpha gamma epsil").as_deref(), Some("first-one"), "five letters are enough");
    assert_eq!(meant("alpha gamma epsi"), None, "four are not");
    assert_eq!(meant("sigma taurus"), None, "a longer word is another one");
    assert_eq!(meant("sigma tau").as_deref(), Some("another-id"));
    assert_eq!(meant("sig tau"), None);
    assert_eq!(meant("alpha gamma lambda"), None);
}

#[test]
fn a_misspelt_id_or_title_leads_to_its_own_program() {
    let thin = two();
    let spelled = |typed: &str| {
        let why = thin.adviser.why_not(&thin.catalog, &thin.answers(&balanced()), &thin.settings, typed);
        let found = why.traces.iter().find_map(|trace| match trace {
            Trace::Spelled(found) => Some(found.clone()),
            _ => None,
        });
        found.unwrap_or_default().iter().map(|ix| thin.catalog.program(*ix).id.to_string()).collect::<Vec<_>>()
    };
    assert_eq!(spelled("anothre-id"), ["another-id"]);
    assert_eq!(spelled("frist-one"), ["first-one"]);
    assert_eq!(spelled("sigmo tau"), ["another-id"]);
    assert!(spelled("omega").is_empty());
}

#[test]
fn the_schools_whose_programs_are_named_instead_are_said() {
    let theirs = |key: &str| json!({"institutions": [{"value": [key], "source": "list"}]});
    let thin = Thin::of(&[program("a", PC, theirs("mitx")), program("b", MM, theirs("harvardx"))]);
    let traces = |typed: &str| {
        let why = thin.adviser.why_not(&thin.catalog, &thin.answers(&balanced()), &thin.settings, typed);
        told_why(&thin.adviser, &thin.catalog, &why).2.join(" ")
    };
    assert!(traces("mit zzyzx").contains("Programs by MIT: "), "{}", traces("mit zzyzx"));
    let both = traces("mit harvard zzyzx");
    assert!(both.contains("Programs by MIT or Harvard: ") || both.contains("Programs by Harvard or MIT: "), "{both}");
}
