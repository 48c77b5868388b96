//! Seeded random keys, pastes and sizes through the key bindings and the real `update`, with the properties that
//! must hold after each of them.

use prospectus::app::{Action, App, BASKET_SIZE, Effect, Pane, Screen, Toward, update, why_impossible};
use prospectus::keys::{BINDINGS, Code, Context, Hint, Key, footer, resolve};
use prospectus::ui::pointer;

use crate::cases::cases;
use crate::chance::Chance;
use crate::script::Script;

/// Keys per seed. The state is checked after each one, and a frame is drawn after some.
const KEYS: usize = 900;
/// A frame is drawn after this many keys.
const DRAWN: usize = 50;
/// The view is saved and restored after this many keys.
const RESTORED: usize = 300;
const SEEDS: u32 = 2;

fn one_of<T: Copy>(numbers: &mut Chance, of: &[T]) -> T {
    of[numbers.below(of.len())]
}

/// Words to search for in the list of actions.
const NAMES: [&str; 6] = ["undo", "map", "range", "answers", "compare", "zzz"];

/// Mostly a key with a meaning in some context; sometimes text, a resize, a paste, a click, or an action found by name.
fn act(numbers: &mut Chance, app: &mut App) -> Effect {
    match numbers.below(100) {
        0..2 => update(app, Action::Resize(numbers.below(210) as u16, numbers.below(62) as u16)),
        2..3 => update(app, Action::Paste("Gestión\u{1b}[2J\n数据 \u{202e}e\u{301}".to_owned())),
        3..9 => {
            let (x, y) = (numbers.below(210) as u16, numbers.below(62) as u16);
            let (cols, rows) = app.size;
            let (x, y) = (x % cols.max(1), y % rows.max(1));
            let is_wheel = numbers.below(3) == 0;
            let action = if is_wheel {
                pointer::wheel(app, x, y, if x % 2 == 0 { Toward::Next } else { Toward::Previous })
            } else {
                pointer::click(app, x, y)
            };
            action.map_or(Effect::None, |action| update(app, action))
        }
        9..11 => {
            update(app, Action::ShowActions);
            update(app, Action::Paste(one_of(numbers, &NAMES).to_owned()));
            press(app, Key::plain(Code::Enter))
        }
        11..26 => {
            press(app, Key::char(one_of(numbers, &['a', 'd', '1', '2', 'é', '数', '"', '-', ':', '<', '\u{301}'])))
        }
        _ => press(app, BINDINGS[numbers.below(BINDINGS.len())].keys[0]),
    }
}

fn press(app: &mut App, key: Key) -> Effect {
    resolve(app, key).map_or(Effect::None, |action| update(app, action))
}

fn assert_sound(app: &App) {
    assert!(app.basket.len() <= BASKET_SIZE);
    match app.selected {
        Some(_) => assert!(app.selected_row().is_some(), "the selected program is not in the list"),
        None => assert!(app.found.hits.is_empty(), "programs are listed and none is selected"),
    }
    assert!(app.tops.list <= app.found.hits.len());
    assert!(app.focus != Pane::Filters || app.tops.filters <= app.filter_rows().len());
    assert_eq!(resolve(app, Key::ctrl('c')), Some(Action::Quit));
    let shown = if app.is_too_small() { Vec::new() } else { footer(app) };
    for Hint { keys: name, word, action, .. } in shown {
        assert!(why_impossible(app, &action).is_none(), "{name} {word} in {:?}", Context::of(app));
    }
}

fn assert_drawn_alike_twice(script: &Script) {
    let before = script.app.clone();
    assert_eq!(script.screen(), script.screen());
    assert!(script.app == before, "drawing changed the state");
}

/// Asserts that the view and the comparison are restored at the next start.
fn assert_comes_back(script: &Script) {
    let (again, told) = Script::restored(120, 40, &script.kept());
    assert_eq!(told, None);
    assert_sound(&again.app);
    let wanted =
        |app: &App| (app.basket.clone(), app.drawer.unfolded.len(), app.arrangement, app.is_folded, app.view.sort);
    assert_eq!(wanted(&again.app), wanted(&script.app));
    assert_eq!(again.app.found.hits, script.app.found.hits);
    assert_eq!(again.app.selected, script.app.selected);
}

/// Asserts that a few presses of Esc lead from any state to the list, and none quits.
fn assert_esc_leads_home(app: &App) {
    let mut app = app.clone();
    update(&mut app, Action::Resize(80, 24));
    for _ in 0..12 {
        assert_ne!(press(&mut app, Key::plain(Code::Esc)), Effect::Quit);
    }
    assert!(
        app.overlays.is_empty() && app.screen == Screen::Explore && app.focus == Pane::List && !app.query.is_typing
    );
}

#[test]
fn random_keys_and_sizes_break_nothing() {
    for seed in 0..cases(SEEDS).cases {
        let mut numbers = Chance(u64::from(seed));
        let mut script = Script::at(120, 40);
        for count in 0..KEYS {
            script.effect = act(&mut numbers, &mut script.app);
            assert_sound(&script.app);
            if count % RESTORED == 0 {
                assert_comes_back(&script);
            }
            if count % DRAWN == 0 {
                assert_drawn_alike_twice(&script);
                assert_esc_leads_home(&script.app);
            }
        }
    }
}
