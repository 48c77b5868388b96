//! Keeping programs, notes and answers, and switching profiles, by keys and with a real log.

use prospectus::app::{Action, Effect, KeepAction, Noted, Overlay, Pane, Screen};
use prospectus::config::KeepAnswers;

use crate::desk::Desk;
use crate::script::Script;

#[test]
fn s_keeps_the_selected_program_and_s_again_takes_it_off() {
    let mut desk = Desk::new();
    desk.press("/ibm data science<Enter>s");
    assert_eq!(desk.kept(), ["ibm-data-science"]);
    assert_eq!(desk.notice(), "Kept: IBM Data Science.");
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
fn answers_that_are_not_kept_are_counted_as_such() {
    let mut desk = Desk::new();
    assert_eq!(desk.app().personal.consent, KeepAnswers::Ask);
    desk.press("P");
    assert!(desk.script.text().contains("No name, in use (0 kept, 0 answers)"), "{}", desk.script.text());
    desk.press("<Esc>");
    desk.script = desk.script.advised(r#"{"goal": "apply_now", "field": ["Data science"], "hours": "4-7"}"#);
    desk.press("P");
    assert!(desk.script.text().contains("No name, in use (0 kept, 3 answers not kept)"), "{}", desk.script.text());
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
    let is_row = |line: &str| line.contains("IBM Data Science  IBM") && line.contains("  ask about the exam?");
    assert!(desk.script.text().lines().any(is_row), "{}", desk.script.text());
    desk.press("nx<Esc>");
    assert_eq!(desk.app().personal.profile().note_on("ibm-data-science"), "ask about the exam?");
    assert_eq!(desk.app().overlays.last(), Some(&Overlay::Kept));
}

#[test]
fn a_note_of_several_lines_opens_in_the_field_and_goes_to_the_editor_whole() {
    let mut desk = Desk::new();
    desk.press("/ibm data science<Enter>");
    let noted = Noted::Program(desk.app().selected.expect("a program"));
    desk.act(Action::Keep(KeepAction::SetNote(noted.clone(), "one\ntwo".to_owned())));
    desk.press("n");
    assert!(matches!(desk.app().overlays.last(), Some(Overlay::Prompt(_))));
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
    for shown in ["  cheap, exam", "  exam"] {
        // The facts of the program under the cursor are beside the list.
        let ends_so = |line: &str| line.split('│').next().is_some_and(|own| own.trim_end().ends_with(shown));
        assert!(desk.script.text().lines().any(ends_so), "{}", desk.script.text());
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
fn nothing_of_one_person_is_brought_back_for_the_next_by_undoing() {
    let work = "/nursing<Enter> fdata<Enter><Esc>g<Right>1R<Esc>";
    // Another person, a new one, and the same place after everything in it was deleted.
    for handover in ["PnBen<Enter>", "PnBen<Enter>P<Enter>", "PcBen<Enter>", "Pxyes<Enter>"] {
        let mut desk = Desk::new();
        desk.press(work);
        assert!(desk.app().can_undo() && desk.app().interview.has_answers() && !desk.app().basket.is_empty());
        desk.press(handover);
        let (view, answers) = (desk.app().view.clone(), desk.app().interview.answers.clone());
        for keys in ["<Esc>", "u", "u", "u", "R", "u", "u"] {
            desk.press(keys);
            assert_eq!((&desk.app().view, &desk.app().interview.answers), (&view, &answers), "{handover} {keys}");
            assert!(desk.app().basket.is_empty(), "{handover} {keys}");
        }
    }
}

#[test]
fn u_undoes_what_was_done_last_whatever_it_was_and_names_it() {
    let mut desk = Desk::new();
    desk.press("/ibm data science<Enter> snask them<Enter>");
    desk.press("u");
    assert_eq!(desk.notice(), "Undone: Note on IBM Data Science written.");
    assert_eq!((desk.kept().len(), desk.app().basket.len()), (1, 1));
    desk.press("u");
    assert_eq!((desk.notice(), desk.kept().len()), ("Undone: IBM Data Science kept.", 0));
    desk.press("u");
    assert_eq!((desk.notice(), desk.app().basket.len()), ("Undone: IBM Data Science is no longer compared.", 0));
    desk.press("u");
    assert_eq!((desk.app().view.query.as_str(), desk.app().can_undo()), ("", false));
}

#[test]
fn u_at_the_result_takes_no_answer_back_for_something_else_and_quotes_the_one_that_it_does() {
    let mut desk = Desk::at(80, 24);
    desk.press("gbusiness analytics<Enter>13221<Enter>133122<Right>R");
    let answers = desk.app().interview.answers.clone();
    for (keys, undone) in [
        ("s", "Undone: "),
        ("nthe second choice<Enter>", "Undone: Note on "),
        ("D", "Undone: Decision kept."),
        (" ", "no longer compared."),
    ] {
        desk.press(keys).press("u");
        assert!(desk.notice().contains(undone), "{keys}: {}", desk.notice());
        assert_eq!(desk.app().interview.answers, answers, "{keys}");
        assert_eq!(desk.app().screen, Screen::Result, "{keys}");
    }
    assert!(desk.kept().is_empty() && desk.app().personal.notebook.records.is_empty() && desk.app().basket.is_empty());
    desk.press("u");
    assert_eq!(desk.app().interview.answers.len() + 1, answers.len());
    let told = desk.notice();
    assert!(told.starts_with("Undone: your answer about ") && told.ends_with("”, is taken back."), "{told}");
}

#[test]
fn the_lists_of_what_is_kept_undo_former_sessions_too_and_the_others_do_not() {
    let mut desk = Desk::new();
    desk.press("/ibm data science<Enter>s");
    desk.start();
    desk.press("u");
    assert_eq!((desk.kept().len(), desk.notice()), (1, "There is nothing to undo here."));
    desk.press("Hu");
    assert_eq!((desk.kept().len(), desk.notice()), (0, "Undone: IBM Data Science kept."));
}

#[test]
fn undoing_what_is_kept_takes_no_answer_from_a_person() {
    let mut desk = Desk::new();
    desk.press("PnAna<Enter>");
    desk.press("Pu");
    assert_eq!((desk.app().personal.name(), desk.notice()), (None, "Undone: Profile Ana made."));
    desk.press("<Esc>PnBen<Enter>g<Right>1<Esc>");
    let answers = desk.app().interview.answers.clone();
    for list in ["K", "P", "H"] {
        desk.press(list).press("u<Esc>");
        assert_eq!((desk.app().personal.name(), &desk.app().interview.answers), (Some("Ben"), &answers), "{list}");
        let kept = desk.notebook_store.notebook();
        assert_eq!(kept.named("Ben").expect("he is kept").answers.len(), 1, "{list}");
    }
}

#[test]
fn a_profile_to_be_deleted_is_named_with_what_is_deleted() {
    let mut desk = Desk::at(80, 24);
    desk.press("PnAna<Enter>/ibm data science<Enter>sg<Right>1RDPnBen<Enter>P");
    desk.press("<Home><Down>x");
    let text = desk.script.text();
    assert!(text.contains("Type yes to delete all kept for Ana (1 program, 1 answer, 1 decision)"), "{text}");
    assert!(text.contains("Enter delete"), "{text}");
}

#[test]
fn the_footer_of_the_profiles_says_what_enter_does() {
    let mut desk = Desk::new();
    desk.press("P<Home>");
    assert!(desk.script.text().contains("Enter use"), "{}", desk.script.text());
    desk.press("<End>");
    assert!(desk.script.text().contains("Enter choose"), "{}", desk.script.text());
}

#[test]
fn a_name_is_replaced_by_typing_and_continued_after_moving() {
    let mut desk = Desk::new();
    desk.press("PnAna<Enter>P<Home><Down>rBea<Enter>");
    assert_eq!(desk.app().personal.name(), Some("Bea"));
    desk.press("r<End> Cole<Enter>");
    assert_eq!(desk.app().personal.name(), Some("Bea Cole"));
}

#[test]
fn a_label_that_no_program_has_any_more_filters_nothing() {
    let mut desk = Desk::new();
    desk.press("s<Down>sKlmit<Enter>f");
    assert_eq!(desk.app().personal.shown().len(), 1);
    desk.press("s");
    assert_eq!((desk.app().personal.label.clone(), desk.app().personal.shown().len()), (None, 1));
}

#[test]
fn the_history_names_the_program_that_was_moved_and_counts_labels_as_labels() {
    let mut desk = Desk::new();
    desk.press("s<Down>s");
    let moved = desk.app().personal.shown()[0].title().to_owned();
    desk.press("K><Esc>");
    assert_eq!(desk.app().personal.acts[0].what, format!("{moved} moved on the shortlist."));
    desk.press("K<End>lexam, cheap<Enter><Esc>");
    assert_eq!(desk.app().personal.acts[0].what, format!("Label cheap put on {moved}, and 1 more label."));
}

#[test]
fn a_click_chooses_a_profile_and_marks_a_course_as_enter_does() {
    let mut desk = Desk::new();
    desk.press("PnAna<Enter>PnBen<Enter>P");
    click_twice(&mut desk, "Ana");
    assert_eq!(desk.app().personal.name(), Some("Ana"));
    desk.press("/mit supply chain<Enter>pC");
    desk.press("<End>");
    click_twice(&mut desk, "□ Supply Chain Analytics");
    assert_eq!(desk.app().personal.profile().done.len(), 1);
}

/// Clicks the first place of a text below the header twice: the first click may only select it.
fn click_twice(desk: &mut Desk, text: &str) {
    for _ in 0..2 {
        let screen = desk.script.screen();
        let mut lines = screen.iter().enumerate().skip(2);
        let place = lines.find_map(|(y, line)| Some((prospectus::width::cols(&line[..line.find(text)?]), y)));
        let action = place.and_then(|(x, y)| prospectus::ui::pointer::click(desk.app(), x as u16, y as u16));
        if let Some(action) = action {
            desk.act(action);
        }
    }
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
    assert!(desk.script.text().contains("2026-11-23  Ana  "), "{}", desk.script.text());
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
