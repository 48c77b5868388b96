//! Nobody's keys: seeded random keys, pastes and sizes through the table of keys and the real `update`, with what must
//! hold after each of them.

use prospectus::app::{Action, App, BASKET_SIZE, Effect, Pane, Screen, update};
use prospectus::keys::{BINDINGS, Code, Context, Key, footer, resolve};

use crate::script::Script;

/// Keys in each seed; every one is followed by the checks of the state, some by a drawn frame.
const KEYS: usize = 1_500;
/// A frame is drawn after so many keys.
const DRAWN: usize = 50;
/// The view comes back after so many keys.
const RESTORED: usize = 400;
const SEEDS: u64 = 4;

/// A small generator of numbers, the same everywhere (splitmix64).
struct Numbers(u64);

impl Numbers {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        (self.next() % end as u64) as usize
    }

    fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len())]
    }
}

/// Mostly keys that mean something somewhere, sometimes text, a size or a paste.
fn act(numbers: &mut Numbers, app: &mut App) -> Effect {
    match numbers.below(100) {
        0..2 => update(app, Action::Resize(numbers.below(210) as u16, numbers.below(62) as u16)),
        2..3 => update(app, Action::Paste("Gestión\u{1b}[2J\n数据 \u{202e}e\u{301}".to_owned())),
        3..20 => press(app, Key::char(numbers.one_of(&['a', 'd', '1', '2', 'é', '数', '"', '-', ':', '<', '\u{301}']))),
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
    assert!(app.tops.list <= app.found.hits.len() && app.tops.filters <= app.filter_rows.len());
    assert_eq!(resolve(app, Key::ctrl('c')), Some(Action::Quit));
    let context = Context::of(app);
    for (name, word) in footer(app) {
        let is_bound = BINDINGS.iter().any(|binding| binding.contexts.contains(&context) && binding.footer == word);
        assert!(is_bound, "{name} {word} in {context:?}");
    }
}

fn assert_drawn_alike_twice(script: &Script) {
    let before = script.app.clone();
    assert_eq!(script.screen(), script.screen());
    assert!(script.app == before, "drawing changed the state");
}

/// What was wanted and compared is there again at the next start.
fn assert_comes_back(script: &Script) {
    let (again, told) = Script::restored(120, 40, &script.kept());
    assert_eq!(told, None);
    assert_sound(&again.app);
    let wanted = |app: &App| (app.basket.clone(), app.unfolded.len(), app.arrangement, app.is_folded, app.view.sort);
    assert_eq!(wanted(&again.app), wanted(&script.app));
    assert_eq!(again.app.found.hits, script.app.found.hits);
    assert_eq!(again.app.selected, script.app.selected);
}

/// However deep one is, a few Esc lead back to the list, and none leads out of the program.
fn assert_esc_leads_home(app: &App) {
    let mut app = app.clone();
    for _ in 0..12 {
        assert_ne!(press(&mut app, Key::plain(Code::Esc)), Effect::Quit);
    }
    assert!(app.overlays.is_empty() && app.screen == Screen::Explore && app.focus == Pane::List && !app.is_typing);
}

#[test]
fn random_keys_and_sizes_break_nothing() {
    for seed in 0..SEEDS {
        let mut numbers = Numbers(seed);
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
