//! Every page as it looks: at five sizes as text, and at one more in ASCII without colour; the styles of its cells, in
//! colour and without, at the size of a usual window. A page is opened by its keys from a start that is always the same.

use std::cell::OnceCell;

use prospectus::app::page::first_steps;
use prospectus::app::{Action, App, Effect, Personal};
use prospectus::look::LookName;
use prospectus::ui::Look;

use crate::desk::Desk;
use crate::marks::{said_twice, unexplained};
use crate::screens::SIZES;
use crate::script::Script;

/// What is pressed before the page of a result: a career in marketing, with few hours and little money.
pub(crate) const MARKETER: &str = "gdigital marketing<Enter>1322<Enter>1<Right>21";

/// Every page of the explorer with the keys that open it; those that begin with `{}` come after the answers.
const PAGES: [(&str, &str); 47] = [
    ("start", ""),
    ("search", "f<Down><Enter><Esc>/data sci<Esc>"),
    ("completions", "/kind:"),
    ("nothing_found", "/qzx<Enter>"),
    ("sentence", "/is a micromasters worth it<Enter>"),
    ("filters", "f"),
    ("filters_narrowed", "fcomp"),
    ("range", "f<End><Up><Enter><Left><Left><Left><Tab><Right><Right>"),
    ("orders", "t"),
    ("by_price", "t<End><Enter>"),
    ("remove_filter", "/data<Esc>x"),
    ("strip", "/data science<Enter> <Down> "),
    ("facts", "/mit supply<Enter><Enter>"),
    ("facts_courses", "/mit supply<Enter><Enter><Down><Down><Down><Down><Down><Down>"),
    ("facts_end", "/mit supply<Enter><Enter><End>"),
    ("claims", "/mit supply<Enter><Enter><Down><Enter>"),
    ("claims_of_all", "/mit supply<Enter>SS"),
    ("similar", "/mit supply<Enter>="),
    ("plan", "/mit supply<Enter>p"),
    ("plan_end", "/mit supply<Enter>p<End>"),
    ("comparison", "/data science<Enter> <Down> c"),
    ("comparison_all", "/data science<Enter> <Down> <Down> ce"),
    ("map", "/data<Enter>v"),
    ("map_estimates", "/data<Enter>ve"),
    ("map_months", "/data<Enter>va"),
    ("guide", "G"),
    ("guide_trade_offs", "G<Right>"),
    ("guide_sources", "GS"),
    ("question_field", "g"),
    ("question_field_typed", "gnurs"),
    ("question_goal", "gnurse<Enter>"),
    ("question_budget", "gnurse<Enter>1322<Enter>12"),
    ("question_skipped", "g<Right>2"),
    ("answers", "{}r"),
    ("result", "{}R"),
    ("result_end", "{}R<End>"),
    ("what_if", "{}Ri<Down><Down><Down><Right>"),
    ("limits", "{}Rl"),
    ("changes", "{}Ra"),
    ("why_not_which", "{}Rwsupply"),
    ("why_not", "{}Rwsupply<Enter>"),
    ("palette", ":"),
    ("palette_typed", ":plan"),
    ("help", "?"),
    ("help_end", "?<End>"),
    ("file_name", "/mit supply<Enter>pm"),
    ("note", "n"),
];

/// The pages of what is kept, for a person with something of everything.
const KEPT: [(&str, &str); 7] = [
    ("kept", "K"),
    ("kept_label", "Kf"),
    ("profiles", "P"),
    ("decisions", "V"),
    ("decision", "V<Enter>"),
    ("history", "H"),
    ("courses", "/mit supply<Enter>C"),
];

/// The explorer after the answers of the marketer, who are typed only once.
pub(crate) fn answered(is_ascii: bool) -> App {
    thread_local! {
        static ANSWERED: [OnceCell<App>; 2] = const { [OnceCell::new(), OnceCell::new()] };
    }
    let start = if is_ascii { Script::in_ascii } else { Script::at };
    ANSWERED.with(|apps| apps[usize::from(is_ascii)].get_or_init(|| start(80, 24).press(MARKETER).app).clone())
}

/// Every page at one size.
pub(crate) fn pages(cols: u16, rows: u16) -> Vec<(String, Script)> {
    let open = |(name, keys): (&str, &str)| {
        let script = Script::at(cols, rows);
        (name.to_owned(), if comes_after_answers(keys) { after_answers(script, keys) } else { script.press(keys) })
    };
    PAGES.into_iter().map(open).collect()
}

/// Every page of what is kept at one size.
pub(crate) fn kept_pages(cols: u16, rows: u16) -> Vec<(String, Script)> {
    let personal = personal();
    let open = |(name, keys): (&str, &str)| {
        let mut script = Script::at(cols, rows);
        script.app.personal = personal.clone();
        (name.to_owned(), script.press(keys))
    };
    KEPT.into_iter().map(open).collect()
}

/// Opens a page that comes after the answers; the window then has its size.
fn after_answers(mut script: Script, keys: &str) -> Script {
    let (cols, rows) = script.app.size;
    script.app = answered(script.app.world.is_ascii);
    script.act(Action::Resize(cols, rows));
    script.press(&keys["{}".len()..])
}

/// How an explorer is started.
type Start = fn(u16, u16) -> Script;

/// A page at every size, in ASCII, and the styles of its cells.
fn check(name: &str, page: impl Fn(Start, u16, u16) -> Script) {
    let heading = |what: &str| format!("{what:═^60}");
    let mut whole: Vec<String> = Vec::new();
    for (cols, rows) in SIZES {
        let script = page(Script::at, cols, rows);
        whole.extend([heading(&format!(" {cols}x{rows} ")), script.text()]);
        assert_eq!(said_twice(&script), [""; 0], "{name} at {cols}x{rows}: a hint is said twice");
        assert_eq!(unexplained(&script), [' '; 0], "{name} at {cols}x{rows}: signs that the help does not explain");
    }
    let ascii = Look { is_ascii: true, ..Look::named(LookName::Mono) };
    whole.extend([heading(" 80x24, ASCII "), page(Script::in_ascii, 80, 24).signs(ascii).join("\n")]);
    let usual = page(Script::at, 80, 24);
    for look in [Look::default(), Look::named(LookName::Mono)] {
        let styles = usual.frame(look).1;
        whole.extend([heading(&format!(" 80x24, styles, {} ", look.name.slug())), styles.join("\n")]);
    }
    insta::assert_snapshot!(name, whole.join("\n"));
}

/// Whether a page comes after answers, which take most of the time.
fn comes_after_answers(keys: &str) -> bool {
    keys.starts_with("{}")
}

#[test]
fn every_page_looks_so_at_every_size() {
    // `PAGE=plan cargo test` draws only the pages of that name, after a change that touches no other.
    let wanted = std::env::var("PAGE").unwrap_or_default();
    let is_wanted = |(name, keys): &(&str, &str)| !comes_after_answers(keys) && name.starts_with(&wanted);
    for (name, keys) in PAGES.into_iter().filter(is_wanted) {
        check(name, |start, cols, rows| start(cols, rows).press(keys));
    }
}

#[test]
fn every_page_after_answers_looks_so_at_every_size() {
    for (name, keys) in PAGES.into_iter().filter(|(_, keys)| comes_after_answers(keys)) {
        check(name, |start, cols, rows| after_answers(start(cols, rows), keys));
    }
}

#[test]
fn the_first_start_says_what_this_is() {
    check("first_start", |start, cols, rows| {
        let mut script = start(cols, rows);
        script.act(Action::Notice(first_steps(&script.app)));
        script
    });
}

/// A counsellor's second client: programs with labels and a note, a finished course, a decision.
fn personal() -> Personal {
    let mut desk = Desk::new();
    desk.press("PnAna<Enter>PnBen Osei<Enter>KNasks for evenings only<Enter><Esc>");
    desk.press("/mit supply<Enter>snask about the exam<Enter>C<Enter><Esc>X/ibm data science<Enter>s");
    desk.press("Klexam, cheap<Enter><Down>lcheap<Enter><Esc>g<Right>1RD");
    desk.app().personal.clone()
}

#[test]
fn every_page_of_what_is_kept_looks_so_at_every_size() {
    let personal = personal();
    for (name, keys) in KEPT {
        check(name, |start, cols, rows| {
            let mut script = start(cols, rows);
            script.app.personal = personal.clone();
            script.press(keys)
        });
    }
}

#[test]
fn looking_at_a_page_asks_nothing_of_the_world() {
    for (_, keys) in PAGES {
        if !comes_after_answers(keys) {
            assert_eq!(Script::at(80, 24).press(keys).effect, Effect::None, "{keys}");
        }
    }
}
