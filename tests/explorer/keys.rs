//! The key bindings: every key shown works, and every key that works is shown.

use prospectus::app::{App, Effect, HelpSection};
use prospectus::keys::{BINDINGS, Context, Key, defaults, footer};
use prospectus::ui::Look;

use crate::script::Script;

/// Keys that lead to each context.
pub(crate) const WAYS: [(Context, &str); 27] = [
    (Context::List, ""),
    (Context::Typing, "/da"),
    (Context::Filters, "f"),
    (Context::Detail, "<Enter>"),
    (Context::Facts, " c<Enter>"),
    (Context::Claims, "<Enter><Enter>"),
    (Context::Guide, "G"),
    (Context::ComparePane, " <Tab><Tab>"),
    (Context::Compare, " c"),
    (Context::Question, "g<Right>"),
    (Context::Field, "g"),
    (Context::TypingAnswer, "gx"),
    (Context::Review, "g<Right>r"),
    (Context::Result, "g<Right>1<Right><Right><Right><Right>1R"),
    (Context::AskAbout, "g<Right>1<Right><Right><Right><Right>1Rw"),
    (Context::WhatIf, "g<Right>1<Right><Right><Right><Right>1Ri"),
    (Context::Map, "v"),
    (Context::Range, "f<End><Enter>"),
    (Context::Plan, "p"),
    (Context::Overlay, "?"),
    (Context::Picker, "/da<Esc>x"),
    (Context::Palette, ":"),
    (Context::Kept, "sK"),
    (Context::Decisions, "V"),
    (Context::Profiles, "P"),
    (Context::Prompt, "n"),
    (Context::FileName, "m"),
];

fn at(context: Context) -> Script {
    let (_, way) = WAYS.into_iter().find(|(known, _)| *known == context).expect("a way");
    let script = Script::at(120, 40).press(way);
    assert_eq!(Context::of(&script.app), context, "{way}");
    script
}

#[test]
fn every_context_can_be_reached_with_keys() {
    for context in Context::ALL {
        at(context);
    }
}

#[test]
fn point_17_esc_never_leaves_the_program_and_ctrl_c_always_does() {
    for context in Context::ALL {
        let script = at(context).press("<Esc><Esc><Esc><Esc><Esc>");
        assert_eq!(script.effect, Effect::None, "{context:?}");
        assert_eq!(at(context).press("<C-c>").effect, Effect::Quit, "{context:?}");
        assert_eq!(at(context).press("<C-z>").effect, Effect::Suspend, "{context:?}");
    }
}

#[test]
fn q_is_text_where_text_is_typed_and_otherwise_closes_or_quits() {
    for context in Context::ALL {
        let script = at(context).press("q");
        let quits = matches!(context, Context::List | Context::Detail | Context::ComparePane);
        assert_eq!(script.effect == Effect::Quit, quits, "{context:?}");
    }
}

#[test]
fn no_key_has_two_meanings_in_one_context() {
    for context in Context::ALL {
        let here: Vec<_> = BINDINGS.iter().filter(|binding| binding.contexts.contains(&context)).collect();
        let keys: Vec<Key> = here.iter().flat_map(|binding| binding.keys).copied().collect();
        for (place, key) in keys.iter().enumerate() {
            assert!(!keys[..place].contains(key), "{} has two meanings in {context:?}", key.name());
        }
    }
}

#[test]
fn every_action_has_a_key_without_ctrl() {
    for binding in BINDINGS {
        for context in binding.contexts {
            let is_process = matches!(binding.action, prospectus::app::Action::Quit | prospectus::app::Action::Suspend);
            let has_plain_key = BINDINGS.iter().any(|other| {
                other.contexts.contains(context)
                    && other.action == binding.action
                    && other.keys.iter().any(|key| key.is_alone())
            });
            let is_line_editing = context.is_typing();
            assert!(has_plain_key || is_process || is_line_editing, "{:?} in {context:?}", binding.action);
        }
    }
}

#[test]
fn the_footer_shows_only_keys_that_work_now_and_help_is_always_there() {
    for context in Context::ALL {
        let script = at(context);
        let shown = footer(&script.app);
        assert!(!shown.is_empty(), "{context:?}");
        assert!(context.is_typing() || shown.iter().any(|hint| hint.keys == "?"), "{context:?}");
    }
    let empty = Script::at(120, 40);
    assert!(!footer(&empty.app).iter().any(|hint| hint.word == "comparison"), "nothing is in the comparison");
    let full = Script::at(120, 40).press(" ");
    assert!(footer(&full.app).iter().any(|hint| hint.word == "comparison"));
}

#[test]
fn point_18_the_help_lists_every_binding() {
    let rows: usize = help().iter().map(|section| section.keys.len()).sum();
    assert!(rows >= BINDINGS.len(), "{rows}");
    for binding in BINDINGS {
        let is_listed = help().iter().any(|section| section.keys.iter().any(|(_, help)| *help == binding.help));
        assert!(is_listed, "{}", binding.help);
    }
}

/// The default keys of every context.
fn help() -> Vec<HelpSection> {
    defaults().help()
}

#[test]
fn in_ascii_arrows_are_named_in_letters_and_never_look_like_other_keys() {
    let script = Script::in_ascii(120, 40).press("/mit supply<Enter>p<Right>>");
    let text = script.signs(Look { is_ascii: true, ..Look::default() }).join("\n");
    for words in ["Left/Right hours", "<> start", "Up/Down scroll", "Left Right hours a week"] {
        assert!(text.contains(words), "{words}: {text}");
    }
}

#[test]
fn full_width_keys_and_digits_of_other_scripts_are_the_plain_ones_where_nothing_is_typed() {
    let after = |keys: &str| Script::at(120, 40).press(keys).app;
    for (typed, plain) in [
        ("？", "?"),
        ("Ｇ", "G"),
        ("／", "/"),
        ("\u{3000}", " "),
        ("g<Right>２", "g<Right>2"),
        ("g<Right>٢", "g<Right>2"),
    ] {
        let state = |app: App| (app.overlays, app.query.is_typing, app.basket, app.screen, app.interview.answers);
        assert_eq!(state(after(typed)), state(after(plain)), "{typed}");
    }
    assert_eq!(after("/？").query.input.value(), "？", "typed text stays as it is");
}

#[test]
fn a_letter_that_does_nothing_says_so_and_one_that_is_typed_does_not() {
    let script = Script::at(80, 24).press("x").press("D");
    assert_eq!(script.app.notice.as_deref(), Some("D does nothing here; ? shows the keys that do."));
    let script = Script::at(80, 24).press("/D");
    assert_eq!((script.app.notice, script.app.query.input.value()), (None, "D"));
}

#[test]
fn the_footer_of_the_comparison_says_what_e_does_now() {
    let script = Script::at(160, 50).press("/data science<Enter> <Down> c");
    assert!(script.text().contains("e all rows"), "{}", script.text());
    let script = script.press("e");
    assert!(!script.text().contains("e all rows") && script.text().contains("e fold"), "{}", script.text());
}
