//! A user who rebinds every action: everything on the screen names the new keys, and they work.

use std::cell::OnceCell;
use std::collections::HashSet;
use std::sync::LazyLock;

use prospectus::app::{Action, App, CompareAction, Effect, Overlay, Screen, update};
use prospectus::config::Config;
use prospectus::keys::{Context, Hint, Key, Keymap, defaults, footer, keymap, resolve};
use prospectus::lines::Conversation;

use crate::keys::WAYS;
use crate::script::{Script, parse, world_with};

/// Keys without a default binding, for contexts in which characters are commands.
const LETTERS: &str = "абвгдежзийклмнопрстуфхцчшщъыьэюяАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯαβγδεζηθικλμνξοπρστυφχψωΓΔΘΛΞΠΣΦΨΩґєіїђљњћџѓќҐЄІЇЂЉЊЋЏҖҗҚқҢңҮүҰұҺһӘәӨө";
/// Keys without a default binding, for contexts in which characters are text.
const OTHERS: [&str; 24] = [
    "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9", "F10", "F11", "F12", "Ctrl-Q", "Alt-R", "Ctrl-S", "Ctrl-T",
    "Ctrl-V", "Alt-X", "Alt-Y", "Ctrl-G", "Ctrl-K", "Alt-L", "Alt-O", "Ctrl-D", "Alt-Z",
];

/// A configuration that gives every action another key in every context.
fn configuration() -> String {
    let map = defaults();
    let is_set = |row: &&prospectus::app::Bound| !row.is_fixed;
    let mut names: Vec<&str> = map.rows.iter().filter(is_set).filter_map(|row| row.action.name()).collect();
    names.sort_unstable();
    names.dedup();
    assert!(names.len() <= LETTERS.chars().count(), "{} actions", names.len());
    let mut lines = Vec::new();
    for context in Context::ALL {
        lines.push(format!("[keys.{}]", context.slug()));
        let is_here = |name: &str| map.of_place(context).any(|row| !row.is_fixed && row.action.name() == Some(name));
        let here: Vec<(&str, char)> =
            names.iter().copied().zip(LETTERS.chars()).filter(|(name, _)| is_here(name)).collect();
        assert!(!context.is_typing() || here.len() <= OTHERS.len(), "{context:?}: {}", here.len());
        for (place, (name, letter)) in here.into_iter().enumerate() {
            let key = if context.is_typing() { OTHERS[place].to_owned() } else { letter.to_string() };
            lines.push(format!("{name} = \"{key}\""));
        }
    }
    lines.join("\n")
}

fn other_keys() -> Keymap {
    let (config, complaints) = Config::read(&configuration());
    assert_eq!(complaints, []);
    let (map, complaints) = keymap(&config.keys);
    assert_eq!(complaints, []);
    map
}

thread_local! {
    static STARTED: OnceCell<App> = const { OnceCell::new() };
}

/// The state to which the default keys would lead, reached with the new keys.
fn led(way: &str) -> Script {
    let mut usual = Script::at(120, 40);
    let app = STARTED.with(|app| app.get_or_init(|| App::new(world_with(other_keys()), (120, 40))).clone());
    let mut script = Script { app, effect: Effect::None };
    for key in parse(way) {
        if let Some(action) = resolve(&usual.app, key) {
            script.act(action.clone());
            usual.act(action);
        }
    }
    script
}

/// The names of the default keys that can be rebound.
static USUAL: LazyLock<HashSet<String>> = LazyLock::new(|| {
    defaults().rows.iter().filter(|row| !row.is_fixed).flat_map(|row| &row.keys).map(|key| key.name()).collect()
});

/// Whether a name is one that no key has after rebinding.
fn is_gone(name: &str) -> bool {
    let is_arrows = !name.is_empty() && name.chars().all(|c| "←→↑↓".contains(c));
    is_arrows || (USUAL.contains(name) && !OTHERS.contains(&name))
}

/// What keys do, in sentences that name them.
const VERBS: [&str; 22] = [
    "opens", "leaves", "puts", "takes", "removes", "shows", "lists", "lifts", "goes", "leads", "for", "changes",
    "answers", "makes", "first", "hours", "start", "keeps", "clears", "another", "guide", "explore",
];

/// Names of keys that are no ordinary words.
const NAMES: [&str; 5] = ["Enter", "Esc", "Tab", "Shift-Tab", "Backspace"];

fn complaint(text: &str) -> Option<String> {
    let words: Vec<&str> = text.split_whitespace().map(|word| word.trim_matches([',', '.', ';', '(', ')'])).collect();
    let is_named = |pair: &[&str]| NAMES.contains(&pair[0]) || (is_gone(pair[0]) && VERBS.contains(&pair[1]));
    // An arrow also separates a change from its outcome.
    let pair = words.windows(2).find(|pair| is_named(pair) && **pair != ["→", "another"]);
    pair.map(|pair| pair.join(" "))
}

/// Further ways to pages that name keys.
const MORE: [&str; 24] = [
    "/zzzz<Esc>",
    " ",
    "     ",
    " <Down> <Down> <Down> <Down> ",
    "c",
    " <Down> ce",
    "M",
    "L",
    "z",
    "G",
    "g<Right>1<Right><Right><Right><Right>1Rl",
    "g<Right>1<Right><Right><Right><Right>1Ra",
    "g<Right>1<Right><Right><Right><Right>1Rw",
    "g<Right>1<Right><Right><Right><Right>1Ri<Left>",
    "g<Right>1<Right><Right><Right><Right>1Ri<Down><Down><Left>",
    "g<Right>rX",
    "gzzzz<Enter>",
    "gdata<C-l>",
    "g<Right>1<Right><Right><Right><Right>1R<Down> ",
    "p<Right>",
    "vn",
    "/da<Esc>x",
    "/inst",
    "g<Right>1<Right><Right><Right><Right>1Ra<Enter>",
];

#[test]
fn no_notice_title_hint_or_sentence_names_a_key_that_does_it_no_longer() {
    for way in WAYS.into_iter().map(|(_, way)| way).chain(MORE) {
        let start = led(way).app;
        let notice = start.notice.clone().unwrap_or_default();
        assert_eq!(notice.split([' ', ',', ';']).find(|word| is_gone(word)), None, "{way}: {notice}");
        for size in [(120, 40), (80, 24), (50, 16)] {
            let mut script = Script { app: start.clone(), effect: Effect::None };
            script.act(Action::Resize(size.0, size.1));
            let lines = script.screen();
            // The first line of a result is the verdict in words and names no key.
            let first = if script.app.screen == Screen::Result { "" } else { lines[0].as_str() };
            for line in [first, lines[lines.len() - 1].as_str()] {
                let gone = line.split([' ', '/']).find(|word| is_gone(word));
                assert_eq!(gone, None, "{way}: {line}");
            }
            // The text to the left and to the right of a rule is read separately.
            for side in 0..3 {
                let side: Vec<&str> = lines.iter().filter_map(|line| line.split('│').nth(side)).collect();
                assert_eq!(complaint(&side.join(" ")), None, "{way}:\n{}", lines.join("\n"));
            }
        }
    }
}

#[test]
fn every_key_that_is_shown_does_what_is_shown_beside_it() {
    for (context, way) in WAYS {
        let script = led(way);
        assert_eq!(Context::of(&script.app), context, "{way}");
        for action in [Action::Advise, Action::Explore, Action::ShowActions, Action::ShowHelp("")] {
            let shown = script.app.key(&action);
            let done = Key::named(&shown).and_then(|key| resolve(&script.app, key));
            let is_unbound = matches!(done, None | Some(Action::Notice(_)));
            let is_elsewhere = is_unbound || context.is_typing() || shown.contains(' ');
            assert!(is_elsewhere || done.and_then(|done| done.name()) == action.name(), "{context:?}: {shown}");
        }
        for Hint { keys, word, action, .. } in footer(&script.app) {
            let first: String = keys.chars().take_while(|c| *c != '/').collect();
            let key = Key::named(&first).or_else(|| Key::named(&first.chars().take(1).collect::<String>()));
            let done = key.and_then(|key| resolve(&script.app, key));
            let is_help = matches!(done, Some(Action::ShowHelp(_)));
            assert!(done.is_some(), "{context:?}: {keys} {word}");
            assert!(is_help || Some(action) == done, "{context:?}: {keys} {word}");
        }
    }
}

#[test]
fn the_palette_and_the_help_show_the_keys_of_the_person() {
    let usual = defaults();
    for (context, way) in WAYS.into_iter().filter(|(context, _)| !context.is_typing()) {
        let mut under = led(way).app;
        // The palette is for the context from which the page of keys was opened.
        if matches!(under.overlays.last(), Some(Overlay::Help(_))) {
            update(&mut under, Action::Back);
        }
        let mut script = led(way);
        script.act(Action::ShowActions);
        let Some(Overlay::Palette(palette)) = script.app.overlays.last() else { panic!("{context:?}") };
        let rows = palette.found().filter(|row| row.way.as_ref().is_ok_and(|steps| steps.len() == 1));
        for row in rows {
            let key = row.keys.split(' ').next().and_then(Key::named).expect("a key");
            let done = resolve(&under, key).expect("it does something");
            assert_eq!(done.name(), row.action.name(), "{context:?}: {}", row.keys);
        }
    }
    let script = led("?");
    assert!(matches!(script.app.overlays.last(), Some(Overlay::Help(_))));
    let shown = script.app.world.keymap.help();
    assert_eq!(shown.len(), usual.help().len());
    let keys = shown.iter().flat_map(|section| &section.keys).flat_map(|(keys, _)| keys.split(' '));
    let gone: Vec<&str> = keys.filter(|key| is_gone(key)).collect();
    assert_eq!(gone, Vec::<&str>::new());
}

#[test]
fn lines_know_the_keys_of_the_person() {
    let map = other_keys();
    let letter = |action: &Action| map.name_of(Context::List, action);
    let (compare, open) =
        (letter(&Action::Compare(CompareAction::Toggle)), letter(&Action::Compare(CompareAction::Open)));
    let mut conversation = Conversation::new(world_with(map));
    conversation.hear("search python");
    assert_eq!(conversation.hear(&compare).told, ["1 of 4 in the comparison; `compare` opens it."]);
    conversation.hear(&open);
    assert_eq!(Context::of(conversation.app()), Context::Compare);
    assert!(conversation.hear("Space").told[0].starts_with("There is no word"));
}

#[test]
fn an_action_without_a_key_is_named_as_it_is_found() {
    let (config, _) = Config::read("[keys]\ncomparison = []\nactions = \"F9\"\n");
    let (map, complaints) = keymap(&config.keys);
    assert_eq!(complaints, []);
    let script = Script { app: App::new(world_with(map), (120, 40)), effect: Effect::None }.press(" ");
    assert_eq!(script.app.notice.as_deref(), Some("1 of 4 in the comparison; F9 comparison opens it."));
}
