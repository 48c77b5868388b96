//! Two explorers with one person's things: in two folders that are merged later, or on one folder at the same time.

use prospectus::app::{Action, AdviceAction, Effect, KeepAction, Overlay};
use prospectus::keep::log::Change;
use prospectus::keep::notebook::Notebook;

use crate::desk::Desk;
use crate::script::Script;

#[test]
fn two_people_of_one_name_in_two_folders_stay_two_when_the_folders_are_merged() {
    let ways: [(&str, &[KeepAction]); 3] =
        [("PnAna<Enter>", &[]), ("PcAna<Enter>", &[]), ("", &[KeepAction::Create("Ana".to_owned())])];
    for (keys, actions) in ways {
        let (mut one, mut other) = (Desk::new(), Desk::new());
        for (desk, program) in [(&mut one, "ibm data science"), (&mut other, "mit supply")] {
            desk.press(keys);
            for action in actions {
                desk.act(Action::Keep(action.clone()));
            }
            assert_eq!(desk.app().personal.name(), Some("Ana"), "{keys}");
            desk.press(&format!("/{program}<Enter>s"));
        }
        assert_ne!(one.app().personal.profile, other.app().personal.profile, "{keys}");
        other.copy_kept_to(&one);
        one.start();
        let notebook = one.notebook_store.notebook();
        let of_ana = notebook.profiles.iter().filter(|profile| profile.name.as_deref() == Some("Ana"));
        let kept: Vec<usize> = of_ana.map(|profile| profile.shortlist.len()).collect();
        assert_eq!(kept, [1, 1], "{keys}");
    }
}

#[test]
fn the_same_state_and_the_same_request_for_a_profile_give_the_same_state_and_effect() {
    let mut desk = Desk::new();
    desk.press("PnAna");
    let done = [0, 1].map(|_| {
        let mut script = Script { app: desk.app().clone(), effect: Effect::None };
        script.type_keys("<Enter>");
        (script.app, script.effect)
    });
    assert!(done[0] == done[1] && matches!(done[0].1, Effect::Store(_)));
}

#[test]
fn where_nothing_can_be_kept_no_profile_is_made_and_the_screen_stays_as_it_is() {
    let mut desk = Desk::new();
    desk.notebook_store.log = None;
    desk.press("/supply<Enter>PnAna<Enter>");
    assert!(desk.notice().starts_with("Nothing can be kept: "), "{}", desk.notice());
    assert_eq!((desk.app().personal.name(), desk.app().view.query.as_str()), (None, "supply"));
}

/// A desk with the profiles Ben and Cem, a program kept for Ben, and two decisions.
fn three_lists() -> Desk {
    let mut desk = Desk::new();
    desk.press("PnCem<Enter>g<Right>1RDPnBen<Enter>g<Right>2RD<Esc>/ibm data science<Enter>s<Down>s");
    desk
}

/// Opens an input line with some keys, has another explorer keep more so that every row of the list moves, and submits
/// the line.
fn submitted_after_a_change(open: &str, line: &str) -> (Desk, Notebook) {
    let mut desk = three_lists();
    desk.press(open);
    assert!(matches!(desk.app().overlays.last(), Some(Overlay::Prompt(_))), "{open}");
    let before = desk.notebook_store.notebook();
    let mut changes = before.new_profile("early", "Aaa");
    let ben = before.named("Ben").expect("it is kept");
    changes.push(before.switch(&ben.id));
    changes.extend(ben.move_to(&ben.shortlist[0].program, 2));
    changes.push(before.keep_record("early", serde_json::json!({ "kept": "2000-01-01" })));
    desk.another_keeps(&changes);
    desk.press(&format!("<C-u>{line}<Enter>"));
    (desk, before)
}

#[test]
fn an_input_line_is_about_what_it_was_opened_for_however_the_list_below_it_changes() {
    let (desk, before) = submitted_after_a_change("P<Home><Down>x", "yes");
    let (after, ben) = (desk.notebook_store.notebook(), before.named("Ben").expect("it is kept").id.clone());
    assert!(after.profile(&ben).is_none() && after.named("Aaa").is_ok() && after.named("Cem").is_ok());
    let (desk, _) = submitted_after_a_change("P<Home><Down>r", "Zoe");
    assert_eq!(desk.notebook_store.notebook().named("Zoe").expect("it is kept").id, desk.app().personal.profile);
    let (desk, before) = submitted_after_a_change("P<Home><Down>c", "Copy");
    let kept = before.named("Ben").expect("it is kept").shortlist.len();
    assert_eq!(desk.notebook_store.notebook().named("Copy").expect("it is kept").shortlist.len(), kept);
    let (desk, before) = submitted_after_a_change("K<Home>l", "exam");
    let first = &before.named("Ben").expect("it is kept").shortlist[0].program;
    assert!(desk.app().personal.profile().entry(first).expect("it is kept").labels.contains("exam"));
    let (desk, before) = submitted_after_a_change("V<Home>n", "not final");
    let record = desk.notebook_store.notebook().record(&before.records[0].id).cloned().expect("it is kept");
    assert_eq!(record.note.text(), "not final");
}

#[test]
fn what_an_input_line_is_about_may_be_gone_when_it_is_submitted_and_is_not_brought_back() {
    for (open, line) in [("P<Home><Down><Down>r", "Zoe"), ("P<Home><Down><Down>c", "Zoe"), ("K<Home>l", "exam")] {
        let mut desk = three_lists();
        desk.press(open);
        let notebook = desk.notebook_store.notebook();
        let (ben, cem) = (notebook.named("Ben").expect("kept"), notebook.named("Cem").expect("kept"));
        let gone = Change::new(format!("profile/{}", cem.id), "name", serde_json::Value::Null);
        desk.another_keeps(&[gone, ben.drop_program(&ben.shortlist[0].program)]);
        let before = desk.notebook_store.notebook();
        desk.press(&format!("<C-u>{line}<Enter>"));
        assert_eq!(desk.notice(), "This is no longer kept, so nothing has changed.", "{open}");
        assert_eq!(desk.notebook_store.notebook(), before, "{open}");
    }
}

#[test]
fn the_cursor_stays_on_the_profile_that_a_new_name_moves_in_the_list() {
    let mut desk = three_lists();
    desk.press("P<Home><Down>r<C-u>Zoe<Enter>xno<Enter>xyes<Enter>");
    let notebook = desk.notebook_store.notebook();
    assert!(notebook.named("Cem").is_ok() && notebook.named("Zoe").is_err());
}

#[test]
fn the_line_that_asks_for_a_yes_names_the_person() {
    let mut desk = three_lists();
    desk.press("P<Home><Down><Down>x");
    assert!(desk.script.text().contains("Type yes to delete all kept for Cem"), "{}", desk.script.text());
}

#[test]
fn answers_given_just_before_a_switch_are_kept_for_the_person_who_gave_them() {
    let mut desk = three_lists();
    let (ben, cem) = (desk.app().personal.profile.clone(), desk.notebook_store.notebook());
    let cem = cem.named("Cem").expect("it is kept").id.clone();
    desk.press("g");
    desk.script.act(Action::Advice(AdviceAction::Clear));
    desk.act(Action::Keep(KeepAction::Use(cem)));
    assert!(desk.notebook_store.notebook().profile(&ben).expect("it is kept").answers.is_empty());
}
