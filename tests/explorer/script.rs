//! Scripted users: `Script::at(80, 24).press("/mit supply<Enter><Space>c")`.

use std::cell::OnceCell;

use prospectus::app::{Action, AdviceAction, App, Effect, Spelling, World, update};
use prospectus::catalog::Catalog;
use prospectus::keep::Workspace;
use prospectus::keys::{self, Code, Key, Keymap, resolve};
use prospectus::look::LookName;
use prospectus::ui::{self, Look};
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::{Color, Modifier};

/// An explorer and the last effect that it returned.
pub(crate) struct Script {
    pub(crate) app: App,
    pub(crate) effect: Effect,
}

thread_local! {
    static STARTED: OnceCell<App> = const { OnceCell::new() };
    static STARTED_IN_ASCII: OnceCell<App> = const { OnceCell::new() };
}

/// The world in which every test starts.
pub(crate) fn world() -> World {
    world_with(keys::defaults())
}

/// The same world with other keys.
pub(crate) fn world_with(keymap: Keymap) -> World {
    let catalog = Catalog::embedded().expect("the shipped catalogue");
    let day = jiff::civil::date(2026, 11, 23);
    World::new(catalog, day, Some("English".to_owned()), keymap)
}

fn started() -> App {
    App::new(world(), (120, 40))
}

fn started_in_ascii() -> App {
    let letters = Keymap { spelling: Spelling::Letters, ..keys::defaults() };
    let mut world = world_with(letters);
    world.is_ascii = true;
    App::new(world, (120, 40))
}

impl Script {
    /// A new explorer on a terminal of this size.
    pub(crate) fn at(cols: u16, rows: u16) -> Self {
        Self::of(STARTED.with(|app| app.get_or_init(started).clone()), cols, rows)
    }

    /// A new explorer in ASCII.
    pub(crate) fn in_ascii(cols: u16, rows: u16) -> Self {
        Self::of(STARTED_IN_ASCII.with(|app| app.get_or_init(started_in_ascii).clone()), cols, rows)
    }

    fn of(app: App, cols: u16, rows: u16) -> Self {
        let mut script = Self { app, effect: Effect::None };
        script.act(Action::Resize(cols, rows));
        script
    }

    /// The explorer as it was left, on a terminal of this size, with the message about it.
    pub(crate) fn restored(cols: u16, rows: u16, workspace: &Workspace) -> (Self, Option<String>) {
        let (app, told) = App::restored(world(), (cols, rows), workspace);
        (Self { app, effect: Effect::None }, told)
    }

    /// What is kept if the explorer is left now.
    pub(crate) fn kept(&self) -> Workspace {
        let mut workspace = Workspace::default();
        self.app.keep(LookName::default(), &mut workspace);
        workspace
    }

    /// Applies an action.
    pub(crate) fn act(&mut self, action: Action) {
        self.effect = update(&mut self.app, action);
    }

    /// Presses keys; names of keys are in angle brackets.
    pub(crate) fn press(mut self, keys: &str) -> Self {
        self.type_keys(keys);
        self
    }

    /// Presses keys; names of keys are in angle brackets.
    pub(crate) fn type_keys(&mut self, keys: &str) {
        for key in parse(keys) {
            if let Some(action) = resolve(&self.app, key) {
                self.act(action);
            }
        }
    }

    /// Shows the recommendation for a file of answers.
    pub(crate) fn advised(mut self, answers: &str) -> Self {
        let answers = self.app.world.adviser().parse_answers(answers).expect("a file of answers");
        self.app.interview.answers = answers;
        self.act(Action::Advice(AdviceAction::Result));
        self
    }

    /// The id of the selected program; empty if none is selected.
    pub(crate) fn selected_id(&self) -> String {
        self.app.selected_program().map_or_else(String::new, |program| program.id.to_string())
    }

    /// The screen as lines of text.
    pub(crate) fn screen(&self) -> Vec<String> {
        self.frame(Look::named(LookName::Mono)).0
    }

    /// The screen as one text.
    pub(crate) fn text(&self) -> String {
        self.screen().join("\n")
    }

    /// The screen as lines of text in any look, as written to a terminal: a wide character hides the cell after it.
    pub(crate) fn signs(&self, look: Look) -> Vec<String> {
        let buffer = self.buffer(look);
        let mut lines = Vec::new();
        for row in buffer.content.chunks(usize::from(buffer.area.width).max(1)) {
            let mut line = String::new();
            let mut col = 0;
            while let Some(cell) = row.get(col) {
                line.push_str(cell.symbol());
                col += prospectus::width::cols(cell.symbol()).max(1);
            }
            lines.push(line);
        }
        lines
    }

    /// The screen as cells.
    pub(crate) fn buffer(&self, look: Look) -> Buffer {
        let (cols, rows) = self.app.size;
        let mut terminal = Terminal::new(TestBackend::new(cols, rows)).expect("a test terminal");
        terminal.draw(|frame| ui::draw(&self.app, look, frame)).expect("a frame");
        terminal.backend().buffer().clone()
    }

    /// The screen as lines of text, and as lines with one letter for the style of each cell.
    pub(crate) fn frame(&self, look: Look) -> (Vec<String>, Vec<String>) {
        let (cols, rows) = self.app.size;
        let buffer = self.buffer(look);
        let mut text = Vec::new();
        let mut styles = Vec::new();
        for y in 0..rows {
            let cells = (0..cols).map(|x| &buffer[(x, y)]);
            text.push(cells.clone().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned());
            let letters: String = cells.map(|cell| letter(cell.fg, cell.bg, cell.modifier)).collect();
            styles.push(letters.trim_end().to_owned());
        }
        (text, styles)
    }
}

/// The letter for a style; a capital letter means bold.
fn letter(fg: Color, bg: Color, modifier: Modifier) -> char {
    assert_eq!(bg, Color::Reset, "no cell sets a background");
    let letter = match (fg, modifier) {
        (_, m) if m.contains(Modifier::REVERSED) => 'v',
        (Color::Magenta, m) if m.contains(Modifier::UNDERLINED) => 'u',
        (Color::Reset, m) if m.contains(Modifier::UNDERLINED) => 'n',
        (Color::Magenta, _) => 'm',
        (Color::Red, _) => 'r',
        (Color::Green, _) => 'g',
        (Color::Reset, m) if m.contains(Modifier::DIM) => 'd',
        (Color::Reset, m) if m.contains(Modifier::BOLD) => 'b',
        (Color::Reset, _) => return ' ',
        (other, _) => panic!("{other:?} is not one of the basic colours of the look"),
    };
    if modifier.contains(Modifier::BOLD) { letter.to_ascii_uppercase() } else { letter }
}

/// The keys of a script.
pub(crate) fn parse(keys: &str) -> Vec<Key> {
    let mut out = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let name = rest.strip_prefix('<').and_then(|rest| rest.split_once('>')).filter(|(name, _)| !name.contains('<'));
        if let Some((name, after)) = name.filter(|(name, _)| !name.is_empty()) {
            out.push(named(name));
            rest = after;
        } else {
            out.push(Key::char(c));
            rest = &rest[c.len_utf8()..];
        }
    }
    out
}

fn named(name: &str) -> Key {
    let code = match name {
        "Enter" => Code::Enter,
        "Esc" => Code::Esc,
        "Tab" => Code::Tab,
        "BackTab" => Code::BackTab,
        "Up" => Code::Up,
        "Down" => Code::Down,
        "Left" => Code::Left,
        "Right" => Code::Right,
        "PgUp" => Code::PageUp,
        "PgDn" => Code::PageDown,
        "Home" => Code::Home,
        "End" => Code::End,
        "Backspace" => Code::Backspace,
        "Space" => return Key::char(' '),
        "F1" => Code::F(1),
        "C-c" => return Key::ctrl('c'),
        "C-l" => return Key::ctrl('l'),
        "C-n" => return Key::ctrl('n'),
        "C-o" => return Key::ctrl('o'),
        "C-r" => return Key::ctrl('r'),
        "C-u" => return Key::ctrl('u'),
        "C-x" => return Key::ctrl('x'),
        "C-z" => return Key::ctrl('z'),
        other => panic!("no key is called {other}"),
    };
    Key::plain(code)
}
