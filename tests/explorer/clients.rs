//! Keeping programs, notes and answers, and switching profiles, by keys and with a real log.

use prospectus::app::personal::Noted;
use prospectus::app::{Action, AdviceAction, Effect, KeepAction, Overlay, Pane, Screen};
use prospectus::config::KeepAnswers;
use prospectus::keep::log::Change;
use prospectus::keep::notebook::Notebook;

use crate::desk::Desk;
use crate::script::Script;

#[test]
fn s_keeps_the_selected_program_and_s_again_takes_it_off() {
    let mut desk = Desk::new();
    desk.press("/ibm data science<Enter>s");
    assert_eq!(desk.kept(), ["ibm-data-science"]);
    assert_eq!(desk.notice(), "Kept: IBM Data Science (ibm-data-science).");
    desk.press("s");
    assert_eq!((desk.kept().len(), desk.notice()), (0, "Taken off the shortlist: IBM Data Science."));
}

#[test]
fn a_kept_program_is_marked_wherever_it_is_shown_and_the_footer_offers_to_take_it_off() {
    for (cols, rows) in [(60, 20), (80, 24), (120, 40), (160, 50), (200, 60)] {
        let mut desk = Desk::at(cols, rows);
        desk.press("/ibm data science<Enter>");
        let row = |desk: &Desk| {
            let is_row = |line: &String| line.contains("▌");
            desk.script.screen().into_iter().find(is_row).expect("a selected row")
        };
        assert!(!row(&desk).contains('*'), "{}", row(&desk));
        let offered = |desk: &Desk| {
            prospectus::keys::footer(desk.app()).into_iter().find(|hint| hint.keys == "s").map(|hint| hint.word)
        };
        assert_eq!(offered(&desk), Some("keep"));
        desk.press("s<Up>");
        assert!(row(&desk).contains("▌ *IBM Data Science"), "{}", row(&desk));
        assert_eq!(offered(&desk), Some("take off"));
        desk.press("<Enter>");
        assert!(desk.script.text().contains(" · kept"), "{}", desk.script.text());
        desk.press("s");
        assert!(!desk.script.text().contains(" · kept"), "{}", desk.script.text());
        assert_eq!(offered(&desk), Some("keep"));
    }
}

#[test]
fn a_kept_program_is_named_so_in_the_result() {
    let mut desk = Desk::at(120, 40);
    desk.script = desk.script.advised(r#"{"goal": "apply_now", "field": ["Data science"], "hours": "4-7"}"#);
    assert!(!desk.script.text().contains("(kept)"));
    desk.press("s");
    assert!(
        desk.script.text().contains("(kept)") && desk.script.text().contains("s take off"),
        "{}",
        desk.script.text()
    );
}

#[test]
fn a_note_is_written_in_a_line_and_stands_in_the_list_of_what_is_kept() {
    let mut desk = Desk::new();
    desk.press("/ibm data science<Enter>snask about the exam?<Enter>");
    assert_eq!(desk.app().personal.profile().note_on("ibm-data-science"), "ask about the exam?");
    desk.press("K");
    assert!(desk.script.text().contains("IBM Data Science · IBM: ask about the exam?"), "{}", desk.script.text());
    desk.press("nx<Esc>");
    assert_eq!(desk.app().personal.profile().note_on("ibm-data-science"), "ask about the exam?");
    assert_eq!(desk.app().overlays, [Overlay::Kept]);
}

#[test]
fn a_note_of_several_lines_opens_in_the_field_and_goes_to_the_editor_whole() {
    let mut desk = Desk::new();
    desk.press("/ibm data science<Enter>");
    let noted = Noted::Program(desk.app().selected.expect("a program"));
    desk.act(Action::Keep(KeepAction::SetNote(noted.clone(), "one\ntwo".to_owned())));
    desk.press("n");
    assert_eq!(desk.app().overlays, [Overlay::Prompt]);
    desk.press("<Tab>");
    assert_eq!(desk.script.effect, Effect::Edit(noted, "one\ntwo".to_owned()));
    assert!(desk.app().overlays.is_empty());
}

#[test]
fn the_list_of_what_is_kept_is_put_in_order_opened_and_taken_back() {
    let mut desk = Desk::new();
    desk.press("s<Down>s<Down>s");
    let [first, second, third] = <[String; 3]>::try_from(desk.kept()).expect("three programs");
    desk.press("K<Down>>");
    assert_eq!(desk.kept(), [first.clone(), third.clone(), second.clone()]);
    desk.press("<<<<");
    assert_eq!(desk.kept(), [second.clone(), first.clone(), third.clone()]);
    desk.press("s");
    assert_eq!(desk.kept(), [first, third]);
    desk.press("u");
    assert_eq!(desk.kept().len(), 3);
    desk.press("<Home><Enter>");
    assert_eq!((desk.script.selected_id(), desk.app().focus), (second, Pane::Detail));
}

#[test]
fn a_label_is_put_on_and_taken_off_in_a_line_and_one_label_alone_can_be_shown() {
    let mut desk = Desk::new();
    desk.press("s<Down>s<Down>s");
    let [first, second, third] = <[String; 3]>::try_from(desk.kept()).expect("three programs");
    let labels = |desk: &Desk, id: &str| {
        let labels = desk.app().personal.profile().entry(id).expect("it is kept").labels.clone();
        labels.into_iter().collect::<Vec<_>>().join("; ")
    };
    desk.press("Klexam,  cheap ,<Enter>");
    assert_eq!((labels(&desk, &first).as_str(), desk.notice()), ("cheap; exam", "Labels: cheap, exam."));
    desk.press("<End>lexam<Enter>");
    for shown in ["[cheap, exam]", "[exam]"] {
        assert!(desk.script.text().contains(shown), "{}", desk.script.text());
    }
    desk.press("ff");
    assert!(desk.script.text().contains("Only programs with the label exam"), "{}", desk.script.text());
    let shown = |desk: &Desk| desk.app().personal.shown().into_iter().map(|entry| entry.program).collect::<Vec<_>>();
    assert_eq!(shown(&desk), [first.clone(), third.clone()]);
    desk.press(">");
    assert_eq!(desk.kept(), [second.clone(), third.clone(), first.clone()], "past the neighbour that is shown");
    desk.press("f");
    assert_eq!(shown(&desk), desk.kept());
    desk.press("<End>l<C-u>soon<Enter>");
    assert_eq!(labels(&desk, &first), "soon");
    desk.press("l<C-u><Enter>");
    assert_eq!((labels(&desk, &first).as_str(), desk.notice()), ("", "The labels are removed."));
    desk.press("u");
    assert_eq!(labels(&desk, &first), "soon");
}

#[test]
fn the_shortlist_is_handed_on_in_a_file_that_is_named_for_the_person() {
    let mut desk = Desk::new();
    desk.press("PnAna Bell<Enter>/ibm data science<Enter>sKm<Enter>");
    let Effect::Write { name, text } = &desk.script.effect else { panic!("nothing is written") };
    assert_eq!(name, "ana-bell-shortlist.html");
    assert!(text.contains("IBM Data Science") && text.contains("Ana Bell"));
}

#[test]
fn the_profiles_mark_what_was_chosen_about_answers_and_let_it_be_changed() {
    let mut desk = Desk::new();
    let marked = |desk: &Desk| {
        let screen = desk.script.screen();
        let line = screen.iter().find(|line| line.contains('■')).expect("one is marked");
        line.split('■').next_back().unwrap_or_default().trim_matches([' ', '│']).to_owned()
    };
    for (keys, word) in [("", "Not now"), ("P<Home><Down><Enter>", "Yes"), ("P<End><Enter>", "Never")] {
        desk.press(keys).press("P");
        assert_eq!(marked(&desk), word);
        desk.press("<Esc>");
    }
}

#[test]
fn the_next_client_is_two_keys_away_and_nothing_of_the_one_before_is_left() {
    let mut desk = Desk::new();
    desk.press("PnAna<Enter>");
    assert_eq!(desk.notice(), "Ana is in use; what you answer and keep now is kept for Ana.");
    assert!(desk.head().contains("prospectus  Ana"), "{}", desk.head());
    desk.press("s <Down> ").press("PnBen<Enter>");
    assert!(desk.app().basket.is_empty() && desk.kept().is_empty());
    desk.press("PnCem<Enter>");
    desk.press("P<Down><Enter>");
    assert_eq!(desk.app().personal.name(), Some("Ana"));
    assert_eq!(desk.kept().len(), 1);
    desk.press("P<Enter>");
    assert_eq!(desk.app().personal.name(), Some("Ben"), "the cursor waits on the next one");
}

#[test]
fn a_profile_is_copied_and_renamed_and_no_two_get_one_name() {
    let mut desk = Desk::new();
    desk.press("sPcAna<Enter>");
    assert_eq!((desk.app().personal.name(), desk.kept().len()), (Some("Ana"), 1));
    desk.press("PnAna<Enter>");
    assert_eq!(desk.notice(), "Another profile is already called Ana.");
    desk.press("<Esc>P<Down>r").press("<C-u>Bea<Enter>");
    let notebook = desk.notebook_store.notebook();
    assert!(notebook.named("Bea").is_ok() && notebook.named("Ana").is_err(), "the one under the cursor");
}

#[test]
fn answers_of_a_named_person_are_kept_as_they_are_given_and_there_at_the_next_start() {
    let mut desk = Desk::new();
    desk.press("PnAna<Enter>g<Right>1R");
    assert_eq!(desk.app().screen, Screen::Result);
    let answers = desk.app().interview.answers.clone();
    desk.start();
    assert_eq!(desk.app().personal.name(), Some("Ana"));
    assert!(desk.app().coming_back().expect("there is something").starts_with("Ana: answers of "));
    desk.press("g<C-r>");
    assert_eq!(desk.app().interview.answers, answers);
}

#[test]
fn answers_of_nobody_in_particular_are_kept_only_after_a_yes_which_is_asked_for_once() {
    let mut desk = Desk::new();
    desk.press("g<Right>1R");
    assert_eq!(desk.notice(), "Keep your answers on this computer? P: yes, not now or never.");
    assert!(desk.notebook_store.notebook().is_empty());
    desk.press("<Down><Esc>g<C-r>");
    assert_ne!(desk.notice(), "Keep your answers on this computer? P: yes, not now or never.");
    desk.press("P<Home><Down><Enter>");
    assert_eq!(desk.app().personal.consent, KeepAnswers::Yes);
    assert!(!desk.notebook_store.notebook().profiles[0].answers.is_empty());
    let config = std::fs::read_to_string(desk.folder.path().join("config.toml")).expect("the configuration");
    assert_eq!(config, "keep_answers = \"yes\"\n");
}

#[test]
fn never_is_remembered_and_nothing_is_kept() {
    let mut desk = Desk::new();
    desk.press("g<Right>1RP<End><Enter>");
    assert_eq!(desk.app().personal.consent, KeepAnswers::Never);
    assert!(desk.notebook_store.notebook().is_empty());
}

#[test]
fn a_decision_is_kept_from_the_result() {
    let mut desk = Desk::new();
    desk.press("g<Right>1RD");
    assert_eq!(desk.notice(), "The decision is kept.");
    assert_eq!(desk.notebook_store.notebook().records.len(), 1);
}

#[test]
fn decisions_are_listed_read_noted_on_and_handed_on() {
    let mut desk = Desk::new();
    desk.press("V");
    assert!(
        desk.script.text().contains("No decision is kept yet. D at the result keeps one."),
        "{}",
        desk.script.text()
    );
    desk.press("<Esc>PnAna<Enter>g<Right>1RDV");
    desk.press("nnot final<Enter>");
    assert_eq!(desk.app().personal.notebook.records[0].note.text(), "not final");
    assert!(desk.script.text().contains("2026-11-23 · Ana · "), "{}", desk.script.text());
    desk.press("<Enter>");
    assert!(desk.script.text().contains("Decision of 2026-11-23"), "{}", desk.script.text());
    desk.press("<Esc>m<Enter>");
    let Effect::Write { name, text } = &desk.script.effect else { panic!("nothing is written") };
    assert!(name == "ana-decision-1.html" && text.contains("not final"), "{name}");
}

#[test]
fn a_decision_is_computed_again_by_key_and_what_differs_is_named() {
    let mut desk = Desk::new();
    desk.press("Vr");
    assert!(desk.script.text().contains("Not possible now: no decision is kept yet."), "{}", desk.script.text());
    desk.press("<Esc>g<Right>1RDVr");
    assert!(desk.script.text().contains("Computed again: the same result."), "{}", desk.script.text());
    let told_after = |field: &str, value: serde_json::Value| {
        let mut script = Script { app: desk.app().clone(), effect: Effect::None };
        script.app.personal.notebook.records[0].document[field] = value;
        script.press("r").app.notice.expect("a sentence")
    };
    assert!(told_after("result_hash", "0".into()).contains("The result in the file was changed"));
    assert!(told_after("settings", "none".into()).contains("its settings cannot be read"));
    assert!(told_after("answers", "none".into()).starts_with("This decision cannot be computed again: "));
}

#[test]
fn what_was_done_is_told_with_the_latest_first() {
    let mut desk = Desk::new();
    desk.press("H");
    assert!(desk.script.text().contains("Nothing has been kept or changed yet."));
    desk.press("<Esc>/ibm data science<Enter>snask them<Enter>H");
    let screen = desk.script.screen();
    let row = |words: &str| screen.iter().position(|line| line.contains(words)).expect("it was done");
    assert!(row("Note on IBM Data Science written.") < row("IBM Data Science kept."), "{}", screen.join("\n"));
}

#[test]
fn a_finished_course_is_marked_by_key_and_the_page_says_what_is_left() {
    let mut desk = Desk::new();
    desk.press("/mit supply chain<Enter>pC");
    assert!(desk.script.text().contains("which of its courses have you finished?"), "{}", desk.script.text());
    assert!(!desk.script.text().contains('■'));
    desk.press("<Enter><Down><Space>");
    assert_eq!(desk.app().personal.profile().done.len(), 2);
    assert_eq!(desk.script.text().matches('■').count(), 2, "{}", desk.script.text());
    desk.press("<Esc>");
    assert_eq!(desk.app().plan.finished, desk.app().personal.profile().done);
    desk.press("C<Enter>");
    assert_eq!(desk.app().personal.profile().done.len(), 1);
}

#[test]
fn a_profile_is_deleted_only_after_a_yes_and_nothing_of_it_is_left() {
    let mut desk = Desk::new();
    desk.press("PnAna<Enter>/ibm data science<Enter>sg<Right>1RDPnBen<Enter>s");
    desk.press("P<Home><Down>xno<Enter>");
    assert_eq!(desk.notice(), "Nothing is deleted; type yes to delete.");
    assert!(desk.notebook_store.notebook().named("Ana").is_ok());
    desk.press("xyes<Enter>");
    assert_eq!(desk.notice(), "Deleted from this computer. Copies that were made elsewhere are not deleted.");
    let notebook = desk.notebook_store.notebook();
    assert!(notebook.named("Ana").is_err() && notebook.records.is_empty() && notebook.named("Ben").is_ok());
    assert_eq!(desk.app().personal.name(), Some("Ben"), "who is in use stays in use");
    desk.press("<Esc>P<Home><Down>xyes<Enter>");
    assert_eq!((desk.app().personal.name(), desk.kept().len()), (None, 0));
}

#[test]
fn a_counsellor_sees_three_clients_and_each_has_what_was_found_for_them() {
    let mut desk = Desk::new();
    for (name, goal) in [("Ana", "switch_career"), ("Ben", "masters"), ("Cem", "deepen")] {
        desk.press(&format!("Pn{name}<Enter>"));
        let adviser = desk.app().world.adviser();
        let answers = format!("{{\"goal\": \"{goal}\", \"credit\": \"nice\", \"depth\": \"deep\"}}");
        let answers = adviser.parse_answers(&answers).expect("a file of answers");
        desk.script.app.interview.answers = answers;
        desk.press("g<C-r>");
        assert_eq!(desk.app().screen, Screen::Result, "{name}");
        desk.press("s<Down>sngood for them<Enter>D");
        assert_eq!(desk.kept().len(), 2, "{name}");
    }
    desk.start();
    let notebook = desk.notebook_store.notebook();
    assert_eq!(notebook.records.len(), 3);
    for name in ["Ana", "Ben", "Cem"] {
        let profile = notebook.named(name).expect("it is kept");
        assert_eq!((profile.shortlist.len(), profile.notes().count()), (2, 1), "{name}");
        assert!(!profile.answers.is_empty(), "{name}");
    }
}

#[test]
fn the_name_stands_in_the_first_line_at_every_width() {
    for (cols, rows) in [(60, 20), (80, 24), (120, 40), (200, 60)] {
        let mut desk = Desk::at(cols, rows);
        desk.press("PnMaximiliana of the long name<Enter>");
        assert!(desk.head().contains("Maximiliana"), "{cols}x{rows}: {}", desk.head());
    }
}

#[test]
fn two_people_of_one_name_in_two_folders_stay_two_when_the_folders_are_merged() {
    let ways: [(&str, &[KeepAction]); 3] =
        [("PnAna<Enter>", &[]), ("PcAna<Enter>", &[]), ("", &[KeepAction::Create("Ana".to_owned())])];
    for (keys, actions) in ways {
        let (mut one, mut other) = (Desk::new(), Desk::new());
        for (desk, program) in [(&mut one, "ibm data science"), (&mut other, "mit supply")] {
            desk.press(keys);
            actions.iter().for_each(|action| desk.act(Action::Keep(action.clone())));
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
    assert_eq!(desk.app().overlays.last(), Some(&Overlay::Prompt), "{open}");
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
    assert_eq!(desk.notebook_store.notebook().named("Zoe").expect("it is kept").id, ben_of(&desk));
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

/// The id of the profile in use, which is Ben's.
fn ben_of(desk: &Desk) -> String {
    desk.app().personal.profile.clone()
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
    assert!(desk.script.text().contains("Type yes to delete everything kept for Cem"), "{}", desk.script.text());
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
