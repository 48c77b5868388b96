//! Line mode: every action has a word, lines do what keys do, and the output can be read aloud.

use prospectus::app::{App, Effect, Overlay, Screen, page};
use prospectus::catalog::FactKey;
use prospectus::keys::BINDINGS;
use prospectus::lines::{COMMANDS, Conversation, Form, Reply, form};
use prospectus::page::Spoken;
use prospectus::search::{Facet, Sort};

use crate::desk::Desk;
use crate::script::{Script, world};

/// Longest line that the shipped catalogue produces, in characters.
const MAX_CHARS: usize = 1000;

fn conversation() -> Conversation {
    Conversation::new(world())
}

/// Types lines one after the other and returns the reply to the last one.
fn hear(conversation: &mut Conversation, lines: &[&str]) -> Reply {
    let mut reply = Reply::default();
    for line in lines {
        reply = conversation.hear(line);
        for said in reply.said.iter().chain(&reply.told) {
            assert!(said.chars().all(|c| !c.is_control()), "a control character after `{line}`: {said:?}");
            let is_drawn = |c: char| ('\u{2500}'..='\u{25ff}').contains(&c) || ('\u{2800}'..='\u{28ff}').contains(&c);
            assert!(!said.contains(is_drawn), "a drawing after `{line}`: {said}");
            assert!(said.chars().count() <= MAX_CHARS, "too long after `{line}`: {said}");
        }
    }
    reply
}

fn after(lines: &[&str]) -> (Conversation, Reply) {
    let mut conversation = conversation();
    let reply = hear(&mut conversation, lines);
    (conversation, reply)
}

/// Every fact of any program has its claims behind `sources` and its name, at the facts and in the list.
#[test]
fn sources_with_the_name_of_a_fact_says_its_claims() {
    for (program, place) in [("mit supply", "open 1"), ("harvard data", "open 1"), ("excel para", "select 1")] {
        let (mut conversation, _) = after(&[&format!("search {program}"), place]);
        for fact in FactKey::ALL {
            let reply = hear(&mut conversation, &[&format!("sources {}", fact.slug())]);
            let said = [reply.said, reply.told].concat();
            let is_said = said.iter().any(|line| line.contains("source: 1") || line.contains("nothing is on record"));
            assert!(is_said || !fact.is_expected(), "{program}, {}: {said:?}", fact.slug());
            assert!(!said.iter().any(|line| line.contains("not possible")), "{program}, {}: {said:?}", fact.slug());
            conversation.hear("back");
        }
    }
}

#[test]
fn an_order_goes_by_its_name_on_the_screen() {
    for (name, sort) in [("work", "effort"), ("school", "institution"), ("work-down", "effort-down")] {
        let (conversation, reply) = after(&[&format!("sort {name}")]);
        assert_eq!(conversation.app().view.sort.slug(), sort, "{name}: {:?}", reply.told);
    }
}

#[test]
fn an_empty_list_says_how_to_fill_it() {
    for (word, says) in [("kept", "`keep`"), ("decisions", "`keep-decision`")] {
        let (_, reply) = after(&[word]);
        assert!(reply.said.iter().any(|line| line.contains(says)), "{word}: {:?}", reply.said);
    }
}

#[test]
fn every_action_of_the_explorer_has_a_form_in_lines() {
    for binding in BINDINGS {
        let names = |word: &str| COMMANDS.iter().any(|other| other.names.contains(&word));
        match form(&binding.action) {
            Form::Word(word) => assert!(names(word), "`{word}` of {:?} is no word", binding.action),
            Form::Needless(reason) => assert!(
                [
                    "there are no panes",
                    "nothing is drawn",
                    "`filters` lists the values",
                    "the terminal does it",
                    "the terminal edits the line"
                ]
                .contains(&reason),
                "{:?}: {reason}",
                binding.action
            ),
            Form::Number | Form::AtQuestion(_) => {}
        }
    }
}

#[test]
fn no_two_words_share_a_name() {
    let mut names: Vec<&str> = COMMANDS.iter().flat_map(|word| word.names.iter().copied()).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn lines_leave_the_state_that_keys_leave() {
    for (keys, lines) in [
        ("/supply chain<Enter><Space>", &["search supply chain", "compare 1"][..]),
        (
            "/supply chain<Enter><Down><Enter>p<Right><Right>",
            &["search supply chain", "plan 2", "hours more", "hours more"],
        ),
        ("t<Down><Enter>", &["sort institution"]),
        ("/python<Enter>X", &["search python", "clear"]),
        ("/python<Enter><Space>cC", &["search python", "compare 1", "empty"]),
        ("/python<Enter><Space><Down><Space>ce", &["search python", "compare 1 2", "compare", "fold"]),
        ("g<Right>2r", &["guide-me", "skip", "2", "review"]),
        ("g<Right>21X", &["guide-me", "skip", "2", "1", "review", "forget-all"]),
        ("g<Right>5<Left>x", &["guide-me", "skip", "5", "back", "forget"]),
    ] {
        let by_keys = Script::at(120, 40).press(keys).app;
        let (conversation, reply) = after(lines);
        let by_lines = conversation.app();
        assert_eq!((&by_lines.view, &by_lines.basket), (&by_keys.view, &by_keys.basket), "{lines:?}: {reply:?}");
        assert_eq!((by_lines.is_folded, &by_lines.plan), (by_keys.is_folded, &by_keys.plan), "{lines:?}: {reply:?}");
        assert_eq!(by_lines.selected, by_keys.selected, "{lines:?}: {reply:?}");
    }
}

#[test]
fn numbers_and_dashes_of_every_script_choose_what_plain_ones_choose() {
    for (typed, plain) in [
        ("compare 1–3", "compare 1 2 3"),
        ("compare 1-3", "compare 1 2 3"),
        ("compare １〜３", "compare 1 2 3"),
        ("compare 1 — 3", "compare 1 2 3"),
        ("compare ١، ٣", "compare 1 3"),
        ("compare १ ३", "compare 1 3"),
        ("plan ２", "plan 2"),
        ("๒", "2"),
        ("“2”", "2"),
        ("filter months ６", "filter months 6"),
    ] {
        let ((by_typed, typed_reply), (by_plain, plain_reply)) = (after(&[typed]), after(&[plain]));
        let state = |app: &App| (app.basket.clone(), app.selected, app.overlays.clone(), app.plan.clone());
        assert_eq!(state(by_typed.app()), state(by_plain.app()), "{typed}: {typed_reply:?}");
        assert_eq!(typed_reply.said, plain_reply.said, "{typed}: {typed_reply:?}");
    }
    let plan = |lines: &[&str]| after(&[&["plan 2"], lines].concat()).0.app().plan.clone();
    assert_eq!(plan(&["hours ٦٫٥"]), plan(&["hours 6.5"]));
    assert_eq!(plan(&["start ２０２７–０１–１１"]), plan(&["start 2027-01-11"]));
    let chosen = |line| after(&["guide-me", "skip", line]).0.app().interview.answers.clone();
    assert_eq!(chosen("２"), chosen("2"));
    for (typed, told) in [("compare 3-1", "not a list"), ("compare 1-900000000000", "900000000000"), ("compare 0", "0")]
    {
        let (conversation, reply) = after(&[typed]);
        assert!(conversation.app().basket.is_empty() && reply.told[0].contains(told), "{typed}: {reply:?}");
    }
}

#[test]
fn a_note_keeps_the_letters_that_were_typed() {
    let (conversation, reply) = after(&["2", "note ３ weeks – “not” 10²"]);
    let notes = format!("{:?}{:?}", reply.effects, conversation.app().personal);
    assert!(notes.contains("３ weeks – “not” 10²"), "{notes}");
}

#[test]
fn a_list_is_said_ten_at_a_time_with_its_numbers() {
    let (mut conversation, reply) = after(&["search supply chain"]);
    let count = conversation.app().found.hits.len();
    assert!((11..30).contains(&count), "two or three pages: {count}");
    assert_eq!(reply.said[0], format!("Programs: {count} of 780."));
    assert!(
        reply.said[2].starts_with(&format!("1 of {count}: Supply Chain Management, MIT, MicroMasters, ")),
        "{reply:?}"
    );
    let pages = (count - 1) / 10;
    let next = hear(&mut conversation, &vec!["next"; pages]);
    assert!(next.said.iter().any(|line| line.starts_with(&format!("{count} of {count}: "))), "{next:?}");
    assert_eq!(hear(&mut conversation, &["next"]).told, ["That was the end of the list."]);
    let opened = hear(&mut conversation, &["2"]);
    assert_eq!(opened.said[0], "Supply Chain Management and Logistics");
    assert!(hear(&mut conversation, &["99"]).told[0].contains("the number 99"));
}

#[test]
fn filters_are_chosen_by_name_and_by_number_and_let_go_again() {
    let (mut conversation, reply) = after(&["filter kind mm"]);
    assert!(conversation.app().view.filters.is_chosen(Facet::Kind, "micromasters"), "{reply:?}");
    let said = hear(&mut conversation, &["filters"]).said;
    assert!(said.iter().any(|line| line.contains("Kind: MicroMasters, ") && line.ends_with(", chosen")), "{said:?}");
    let number = said.iter().position(|line| line.contains("Kind: MicroMasters")).expect("it is there").to_string();
    hear(&mut conversation, &[&number]);
    assert!(!conversation.app().view.filters.is_chosen(Facet::Kind, "micromasters"));
    hear(&mut conversation, &["filter kind mm", "remove 1"]);
    assert_eq!(conversation.app().chips().len(), 1);
    hear(&mut conversation, &["filter lang Arabic"]);
    assert!(conversation.app().view.filters.is_chosen(Facet::Language, "Arabic"), "any name that searches know");
    assert!(hear(&mut conversation, &["filter months 6"]).told[0].contains("`search months:<6`"));
    assert!(hear(&mut conversation, &["filter kidn mm"]).told[0].contains("`kind`"));
    assert!(hear(&mut conversation, &["filter institution Havard"]).told[0].contains("`Harvard University`"));
    let said = hear(&mut conversation, &["sort price"]).said;
    assert!(said.contains(&"Order: price.".to_owned()), "{said:?}");
    assert_eq!(conversation.app().view.sort, Sort::Price);
}

#[test]
fn an_unknown_word_is_answered_with_the_nearest_and_changes_nothing() {
    let (conversation, reply) = after(&["serch supply"]);
    assert_eq!(reply.told, ["There is no word `serch`. Did you mean `search`?"]);
    assert_eq!(reply.said, Vec::<String>::new());
    assert_eq!(conversation.app().view.query, "");
    assert!(after(&["\u{1b}[31mx"]).1.told[0].starts_with("There is no word"));
}

#[test]
fn a_result_can_be_questioned_further_in_lines() {
    let (mut conversation, reply) =
        after(&["guide-me", "data science", "3", "2", "4", "3", "", "2", "3", "3", "3", "2", "", "", ""]);
    assert_eq!(conversation.app().screen, Screen::Result);
    assert!(reply.said[0].contains("fits you better"), "{reply:?}");
    let tried = hear(&mut conversation, &["what-if", "try credit=no"]);
    assert!(tried.said.iter().any(|line| line == "Credit: Not needed, was Nice to have"), "{tried:?}");
    hear(&mut conversation, &["keep"]);
    assert!(conversation.app().can_undo());
    hear(&mut conversation, &["undo", "limits"]);
    assert_eq!(conversation.app().overlays.last(), Some(&Overlay::Limits));
    hear(&mut conversation, &["1", "back", "changes", "1"]);
    assert!(hear(&mut conversation, &["why-not 2"]).said.len() > 1);
    hear(&mut conversation, &["plan 1", "hours 6", "start 2027-01-11"]);
    assert_eq!(conversation.app().plan.start.to_string(), "2027-01-11");
    hear(&mut conversation, &["compare-result", "compare", "guide", "sources 1", "review", "3"]);
    assert_eq!(conversation.app().screen, Screen::Question);
    assert_eq!(hear(&mut conversation, &["quit"]).effects, [Effect::Quit]);
}

#[test]
fn a_list_that_is_a_table_on_the_screen_says_every_value_of_it() {
    let result = ["guide-me", "data science", "3", "2", "4", "3", "", "2", "3", "3", "3", "2", "", "", "", "changes"];
    let mut desk = Desk::new();
    desk.press("gdata<Enter>1RD<Esc>");
    for (lines, columns) in [(&["similar 1"][..], 4), (&result, 3), (&["decisions"], 3)] {
        let mut conversation = conversation();
        conversation.take_up(desk.app().personal.clone());
        let said = hear(&mut conversation, lines).said;
        let app = conversation.app();
        let table = page::picker_table(app, app.overlays.last().expect("a list")).expect("a table");
        for (row, number) in table.rows.iter().zip(1..) {
            let start = format!("{number} of {}: ", table.rows.len());
            let line = said.iter().find(|line| line.starts_with(&start)).expect("every row is said");
            let cells = table.columns.iter().zip(&row.cells).filter(|(column, _)| column.spoken != Spoken::Counted);
            let values: Vec<String> = cells.map(|(_, cell)| cell.in_words().replace(" · ", ", ")).collect();
            assert!(values.iter().all(|value| line.contains(value)), "{values:?}: {line}");
            assert!(values.iter().filter(|value| !value.is_empty()).count() >= columns, "{values:?}");
        }
    }
}

#[test]
fn the_address_of_a_program_is_copied_and_opened_by_its_number() {
    let url = "https://learn.mit.edu/programs/program-v1:MITxT+SCM".to_owned();
    let (mut conversation, reply) = after(&["search supply chain", "copy 1"]);
    assert_eq!(reply.effects, [Effect::Copy(url.clone())]);
    assert_eq!(hear(&mut conversation, &["web"]).effects, [Effect::OpenUrl(url)]);
}

#[test]
fn a_word_finds_the_page_where_it_belongs() {
    let (conversation, reply) = after(&["search python", "sources 1", "review"]);
    assert_eq!(conversation.app().screen, Screen::Review, "{reply:?}");
    assert!(after(&["fold"]).1.told[0].starts_with("That is not possible here"));
    assert!(after(&["limits"]).1.told[0].starts_with("That is not possible here"));
}

#[test]
fn the_name_of_a_key_does_what_the_key_does() {
    let (mut conversation, told) = after(&["search python", "Space"]);
    assert_eq!(told.told, ["1 of 4 in the comparison; `compare` opens it."]);
    hear(&mut conversation, &["c"]);
    assert_eq!(conversation.app().screen, Screen::Compare);
}

#[test]
fn of_the_same_plan_only_what_is_new_is_said() {
    let (mut conversation, whole) = after(&["search supply chain", "plan 2"]);
    let changed = hear(&mut conversation, &["hours 6"]);
    assert!(!changed.said.is_empty() && changed.said.len() < whole.said.len() / 2, "{changed:?}");
}

#[test]
fn the_map_is_said_around_the_selected_program() {
    let (mut conversation, reply) = after(&["search supply chain", "map"]);
    assert_eq!(
        (conversation.app().screen, reply.said[0].as_str()),
        (Screen::Map, "Map: hours of work against price in US$")
    );
    let before = conversation.app().selected;
    let steps = ["less-time", "more-work", "axis", "less-work"];
    let has_moved = |step: &&str| {
        hear(&mut conversation, &[*step]);
        conversation.app().selected != before
    };
    assert!(steps.iter().any(has_moved), "no step leads to another program");
}

#[test]
fn all_actions_are_said_with_what_they_need_and_a_number_does_one() {
    let (mut conversation, reply) = after(&["actions orders choose"]);
    assert_eq!(reply.said[0], "All actions; a number does one.");
    assert_eq!(reply.said[1], "1 of 1: order, t: the orders of the list, to choose one");
    let orders = hear(&mut conversation, &["1"]).said;
    assert_eq!(orders[0], "Orders of the list; a number chooses one.", "{orders:?}");
    hear(&mut conversation, &["2"]);
    assert_eq!(conversation.app().view.sort, Sort::Title);
    assert!(conversation.app().overlays.is_empty());
    let all = hear(&mut conversation, &[":"]).said;
    assert!(
        all.iter().any(|line| line.contains("more-hours") && line.ends_with("; not now: only in a plan")),
        "{all:?}"
    );
}

#[test]
fn what_is_not_possible_says_why() {
    for (line, reason) in [
        ("keep-decision", "there is no result yet; `result` at a question shows it"),
        ("what-if", "there is no result yet; `result` at a question shows it"),
        ("fold", "only in the comparison"),
        ("empty", "nothing is in the comparison"),
        ("undo", "there is nothing to undo"),
        ("c", "nothing is in the comparison"),
    ] {
        let expected = format!("That is not possible here, at the list: {reason}.");
        assert_eq!(after(&[line]).1.told, [expected], "{line}");
    }
}

#[test]
fn the_name_of_an_action_in_a_configuration_file_is_a_word() {
    let (mut conversation, _) = after(&["search python", "order title-down"]);
    assert_eq!(conversation.app().view.sort, Sort::TitleDown);
    hear(&mut conversation, &["guide-me", "2", "forget-answers"]);
    assert_eq!(conversation.app().screen, Screen::Review);
    assert!(!conversation.app().interview.has_answers());
}

#[test]
fn undo_takes_back_what_its_key_takes_back() {
    for (lines, keys) in [
        (&["sort title", "undo"][..], "t<Down><Enter>u"),
        (&["search python", "compare 1", "undo", "undo"], "/python<Enter> uu"),
        (&["guide-me", "skip", "2", "undo"], "g<Right>2u"),
    ] {
        let by_keys = Script::at(120, 40).press(keys).app;
        let (conversation, reply) = after(lines);
        let by_lines = conversation.app();
        assert_eq!((&by_lines.view, &by_lines.basket), (&by_keys.view, &by_keys.basket), "{reply:?}");
        assert_eq!(by_lines.interview.answers, by_keys.interview.answers, "{reply:?}");
    }
}

#[test]
fn opening_any_program_says_at_most_ten_lines_and_the_words_for_the_rest() {
    let mut conversation = conversation();
    hear(&mut conversation, &["filter status all"]);
    let count = conversation.app().found.hits.len();
    for number in 1..=count {
        let said = hear(&mut conversation, &[&number.to_string()]).said;
        let said: Vec<&String> = said.iter().filter(|line| !line.is_empty()).collect();
        let (last, lines) = said.split_last().expect("it says something");
        assert!(lines.len() <= 10, "{number}: {said:#?}");
        assert!(last.ends_with("say the rest.") && last.contains("`more`"), "{last}");
        let mut once = lines.to_vec();
        once.sort();
        once.dedup();
        assert_eq!(once.len(), lines.len(), "nothing is said twice: {said:#?}");
    }
}

#[test]
fn the_parts_of_a_program_say_no_line_that_another_part_says() {
    let mut conversation = conversation();
    hear(&mut conversation, &["search mit supply"]);
    let mut said: Vec<String> = hear(&mut conversation, &["1"]).said;
    for part in ["more", "courses", "credit", "sources"] {
        said.extend(hear(&mut conversation, &[part]).said);
    }
    said.retain(|line| !line.is_empty());
    let count = said.len();
    said.sort();
    said.dedup();
    assert_eq!(said.len(), count);
}

#[test]
fn a_profile_that_is_not_there_is_named_whole_with_what_to_do_in_lines() {
    let mut conversation = Conversation::new(world());
    for name in ["Dr. Smith", "A. B. C", "Ana"] {
        let told = hear(&mut conversation, &[&format!("profile {name}")]).told;
        assert_eq!(told, [format!("No profile is called `{name}`. `new-profile` and a name adds a person.")]);
    }
}

#[test]
fn a_new_profile_begins_with_the_list_and_its_name_is_said_once_it_is_kept() {
    let mut desk = Desk::new();
    let mut conversation = Conversation::new(world());
    let reply = hear(&mut conversation, &["search nursing", "open 1", "new-profile Ana"]);
    assert_eq!((reply.said.len(), reply.told.len()), (0, 0), "{reply:?}");
    let said = conversation.kept(desk.saved_by(&reply.effects[0]));
    assert!(said[0].starts_with("Programs: "), "{said:?}");
    assert_eq!(said.last().map(String::as_str), Some("Ana is in use; what you answer and keep now is kept for Ana."));
    assert_eq!(conversation.app().personal.name(), Some("Ana"));
    assert!(conversation.app().view.query.is_empty());
}

#[test]
fn a_program_without_a_school_says_so_in_words() {
    let (_, reply) = after(&["search nursing preceptor"]);
    assert!(reply.said.iter().any(|line| line.contains(", school unknown, ")), "{:?}", reply.said);
}
