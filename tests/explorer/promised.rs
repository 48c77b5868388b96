//! Line mode keeps what it promises: every input that a hint names is accepted, and a refusal says what would be.

use prospectus::advise::{Prompt, Reply as Meaning};
use prospectus::app::{Overlay, Screen};
use prospectus::catalog::FactKey;
use prospectus::lines::Conversation;

use crate::script::{Script, world};

fn conversation(lines: &[&str]) -> Conversation {
    let mut conversation = Conversation::new(world());
    for line in lines {
        conversation.hear(line);
    }
    conversation
}

/// The parts of a text between these signs.
fn between(text: &str, open: char, close: char) -> Vec<String> {
    let parts = text.split(open).skip(1).filter_map(|part| part.split_once(close));
    let every = parts.map(|(part, _)| part.to_owned()).collect::<Vec<_>>();
    if open == close { every.into_iter().step_by(2).collect() } else { every }
}

#[test]
fn sources_says_the_claims_of_any_fact_wherever_a_program_is_chosen() {
    for before in [&["search finance mit", "open 1"][..], &["search supply chain", "open 2", "more"], &["plan 3"], &[]]
    {
        for fact in FactKey::ALL {
            for name in [fact.slug().to_owned(), fact.label().to_lowercase()] {
                let mut conversation = conversation(before);
                let reply = conversation.hear(&format!("sources {name}"));
                assert!(reply.told.is_empty() && !reply.said.is_empty(), "{before:?}, sources {name}: {reply:?}");
                let shown = conversation.app().overlays.last();
                assert_eq!(shown, Some(&Overlay::Sources(Some(fact.alone()))), "{name}");
            }
        }
    }
    let told = conversation(&["open 1"]).hear("sources pric").told;
    assert!(told[0].contains("Did you mean `price`?"), "{told:?}");
    let told = conversation(&["open 1"]).hear("sources weather").told;
    assert!(told[0].contains("The facts are ") && !told[0].contains("result"), "{told:?}");
}

#[test]
fn what_a_hint_or_a_refusal_names_is_an_answer() {
    let app = Script::at(120, 40).app;
    let interview = &app.interview;
    let prompt = Prompt {
        adviser: app.world.adviser(),
        catalog: app.catalog(),
        answers: &interview.answers,
        settings: &interview.settings,
    };
    for item in interview.items(&app.world) {
        let lines = prompt.question(item);
        let hint = lines.iter().find(|line| line.contains("such as")).cloned().unwrap_or_default();
        let mut named = between(&hint, '`', '`');
        if let Meaning::Misunderstood(refusal) = prompt.understand(item, "blimey") {
            assert!(!refusal.contains('_'), "a name in a file: {refusal}");
            let (_, rest) = refusal.split_once("Use ").unwrap_or((&refusal, ""));
            named.extend(between(rest, '`', '`').into_iter().chain(between(rest, '“', '”')));
            let labels = item.choices.iter().filter(|choice| rest.contains(&choice.label)).count();
            assert_eq!(labels, item.choices.len(), "{refusal}");
        }
        for typed in named {
            let meaning = prompt.understand(item, &typed);
            assert!(matches!(meaning, Meaning::Answer(_)), "{}: `{typed}`: {meaning:?}", item.title);
        }
    }
}

#[test]
fn a_deadline_in_months_is_an_answer_and_no_number_of_a_choice() {
    for typed in ["9 months", "9m", "7 mo", "2 years", "3 yrs", "2028-06-30", "2028-01"] {
        let mut conversation = conversation(&["guide-me", "data science", "8", "1"]);
        let place = conversation.app().interview.place;
        let reply = conversation.hear(typed);
        assert!(reply.told.is_empty(), "{typed}: {reply:?}");
        assert_eq!(conversation.app().interview.place, place + 1, "{typed}");
    }
}

#[test]
fn a_refusal_repeats_a_number_as_it_was_typed() {
    for (typed, said) in [("200", "`200` hours"), ("1000000", "`1000000` hours"), ("0", "`0` hours")] {
        let script = Script::at(120, 40).press(&format!("gdata science<Enter>8<Right><Right>/{typed}<Enter>"));
        assert_eq!(script.app.screen, Screen::Question);
        let notice = script.app.notice.clone().unwrap_or_default();
        assert!(notice.contains(said), "{typed}: {notice}");
    }
    let notice = Script::at(120, 40).press("gdata science<Enter>8<Right><Right>/many<Enter>").app.notice;
    let notice = notice.unwrap_or_default();
    assert!(notice.contains("“4 to 7”") && !notice.contains("lt4"), "{notice}");
}

#[test]
fn a_word_for_kept_things_says_what_is_missing() {
    for (line, said) in [
        ("keep", "Type the number"),
        ("replay 1", "No decision is kept yet"),
        ("note buy a book", "Open a program first"),
        ("note", "Open a program first"),
    ] {
        let reply = conversation(&[]).hear(line);
        assert!(reply.told.iter().any(|told| told.contains(said)), "{line}: {reply:?}");
        assert!(reply.effects.is_empty(), "{line}: {reply:?}");
    }
    for (line, said) in [("kept", "Nothing is kept yet"), ("decisions", "No decision is kept yet")] {
        let mut conversation = conversation(&[]);
        assert!(conversation.hear(line).said[0].contains(said), "{line}");
        assert!(conversation.hear(line).told[0].contains("`again`"), "{line}");
    }
}

#[test]
fn messages_in_line_mode_name_words_and_no_keys() {
    let keys: Vec<String> = world().keymap.rows.iter().flat_map(|row| &row.keys).map(|key| key.name()).collect();
    for lines in [
        &["compare 1"][..],
        &["compare 1", "compare 1"],
        &["what-if"],
        &["keep-decision"],
        &["guide-me", "data science", "result", "changes", "1"],
        &["guide-me", "data science", "review", "forget-all"],
        &["search zzqqx"],
    ] {
        let mut conversation = conversation(&lines[..lines.len() - 1]);
        let reply = conversation.hear(lines[lines.len() - 1]);
        for told in &reply.told {
            let words = told.split([' ', ',', ';', '.', ':']).filter(|word| word.chars().count() < 3 && *word != "a");
            let named: Vec<&str> = words.filter(|word| keys.iter().any(|key| key == word)).collect();
            let named: Vec<&str> = named.into_iter().filter(|word| word.parse::<usize>().is_err()).collect();
            assert_eq!(named, Vec::<&str>::new(), "{lines:?}: {told}");
        }
    }
    assert_eq!(conversation(&[]).hear("compare 1").told, ["1 of 4 in the comparison; `compare` opens it."]);
}

#[test]
fn a_part_of_a_page_is_said_once_in_a_row() {
    for lines in [&["open 1"][..], &["search supply chain", "plan 2"], &["map"]] {
        let mut conversation = conversation(lines);
        let first = conversation.hear("more");
        assert!(!first.said.is_empty(), "{lines:?}: {first:?}");
        for _ in 0..2 {
            let again = conversation.hear("more");
            assert!(again.said.is_empty() && again.told[0].contains("all of it"), "{lines:?}: {again:?}");
        }
        conversation.hear("again");
        assert_eq!(conversation.hear("more").said, first.said, "{lines:?}");
    }
}

#[test]
fn the_sources_are_said_with_the_numbers_that_the_facts_name() {
    let mut conversation = conversation(&["search mit supply", "open 1"]);
    let said = conversation.hear("more").said.join("\n");
    let named = said.split("source: ").nth(1).and_then(|rest| rest.split(|c: char| !c.is_ascii_digit()).next());
    let number = named.expect("a fact names its source").to_owned();
    let sources = conversation.hear("sources").said;
    assert!(sources.iter().any(|line| line.starts_with(&format!("{number}: "))), "{number}: {sources:#?}");
}

#[test]
fn a_step_on_the_map_says_the_program_and_not_the_median_of_every_field() {
    let mut conversation = conversation(&["map"]);
    for step in ["more-work", "less-time", "axis", "more-time"] {
        let reply = conversation.hear(step);
        assert!(reply.said.len() < 25, "{step}: {:#?}", reply.said);
        let text = format!("{reply:?}");
        assert!(
            !text.contains("arrow") && !text.contains("hollow") && !text.contains("The middle of each field"),
            "{text}"
        );
    }
    assert!(conversation.hear("more").said.iter().any(|line| line.contains("middle")));
}

#[test]
fn why_not_takes_the_words_of_a_title_at_the_result() {
    let mut conversation = conversation(&["guide-me", "data science", "result"]);
    let reply = conversation.hear("why-not mit finance");
    assert!(reply.said.iter().any(|line| line.contains("MIT")), "{reply:?}");
}
