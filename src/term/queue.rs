//! Events that were read but not applied yet. While a search is running, an action that depends on the list waits, and
//! so does everything behind it, so that keys typed ahead have the same effect however long the search takes.

use std::collections::VecDeque;

use crossterm::event::{Event, KeyCode, KeyModifiers};

use super::input;
use crate::app::{Action, App, Edit, Effect, update};

/// Events in the order in which they arrived.
#[derive(Debug, Default)]
pub(super) struct Queue(VecDeque<Event>);

/// Work that the queue hands to the caller.
#[derive(Debug, PartialEq)]
pub(super) enum Work {
    /// An effect to carry out outside the state.
    Effect(Effect),
    /// An action to apply on the worker thread.
    Beside(Action),
}

/// What the user wants while the worker thread is busy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wait {
    /// To wait for the result.
    On,
    /// To cancel the work.
    Leave,
    /// To quit the program.
    Quit,
}

impl Queue {
    /// Appends events.
    pub(super) fn extend(&mut self, events: Vec<Event>) {
        self.0.extend(events);
    }

    /// Applies queued events until one of them yields work for the caller. `None` if the queue is empty or its first
    /// action has to wait. Ctrl-C never waits.
    pub(super) fn next_work(&mut self, app: &mut App) -> Option<Work> {
        while let Some(event) = self.0.front() {
            let Some(action) = input::action(app, event) else {
                self.0.pop_front();
                continue;
            };
            let is_beside = app.world.searches_beside && app.may_outlast_a_frame(&action);
            if app.is_searching() && (is_beside || !action.can_precede_the_list()) {
                return self.0.iter().any(is_interrupt).then_some(Work::Effect(Effect::Quit));
            }
            self.0.pop_front();
            if is_beside {
                return Some(Work::Beside(action));
            }
            let action = self.with_text_typed_ahead(app, action);
            let effect = update(app, action);
            if effect != Effect::None {
                return Some(Work::Effect(effect));
            }
        }
        None
    }

    /// Joins a typed character with the characters queued behind it, so that a burst of keys is searched for once.
    fn with_text_typed_ahead(&mut self, app: &App, action: Action) -> Action {
        let Action::Type(Edit::Insert(first)) = action else { return action };
        let mut text = String::from(first);
        while let Some(Action::Type(Edit::Insert(next))) = self.0.front().and_then(|event| input::action(app, event)) {
            text.push(next);
            self.0.pop_front();
        }
        if text.chars().nth(1).is_some() { Action::Paste(text) } else { action }
    }

    /// Returns what the keys pressed during work on the worker thread request. Only Esc and Ctrl-C have a meaning then.
    /// Esc also drops the keys pressed before it; all other keys wait for the result.
    pub(super) fn wait(&mut self) -> Wait {
        if self.0.iter().any(is_interrupt) {
            return Wait::Quit;
        }
        let Some(place) = self.0.iter().position(is_escape) else { return Wait::On };
        self.0.drain(..=place);
        Wait::Leave
    }
}

fn is_escape(event: &Event) -> bool {
    event.as_key_press_event().is_some_and(|key| key.code == KeyCode::Esc && key.modifiers.is_empty())
}

fn is_interrupt(event: &Event) -> bool {
    event
        .as_key_press_event()
        .is_some_and(|key| key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc::channel;

    use crossterm::event::KeyEvent;
    use proptest::prelude::*;

    use super::super::Heard;
    use super::super::searcher::Searcher;
    use super::super::worker::Worker;
    use super::*;
    use crate::app::{Pane, Screen, World};
    use crate::catalog::Catalog;
    use crate::keys;

    fn app(searches_beside: bool) -> App {
        let catalog = Catalog::embedded().expect("the shipped catalogue");
        let mut world = World::new(catalog, jiff::civil::date(2026, 11, 25), None, keys::defaults());
        world.searches_beside = searches_beside;
        App::new(world, (120, 40))
    }

    fn key(code: KeyCode) -> Event {
        Event::Key(KeyEvent::new(code, KeyModifiers::NONE))
    }

    fn typed(text: &str) -> Vec<Event> {
        text.chars().map(|c| key(KeyCode::Char(c))).collect()
    }

    /// Applies everything in the queue that need not wait, and returns the effects. Work for the worker thread is
    /// applied to a copy of the state.
    fn run(queue: &mut Queue, app: &mut App) -> Vec<Effect> {
        let mut effects = Vec::new();
        while let Some(work) = queue.next_work(app) {
            let effect = match work {
                Work::Effect(effect) => effect,
                Work::Beside(action) => {
                    let mut copy = app.clone();
                    let effect = update(&mut copy, action);
                    *app = copy;
                    effect
                }
            };
            effects.extend((effect != Effect::None).then_some(effect));
        }
        effects
    }

    fn find(app: &mut App) {
        let found = app.world.index.find(app.catalog(), &app.view);
        update(app, Action::Found(Box::new(found)));
    }

    #[test]
    fn what_means_the_list_waits_for_it_and_everything_behind_it_too() {
        let (mut app, mut queue) = (app(true), Queue::default());
        queue.extend([typed("/supply chain"), vec![key(KeyCode::Enter), key(KeyCode::Enter)], typed("j")].concat());
        run(&mut queue, &mut app);
        assert_eq!(app.view.query, "supply chain", "typing goes on");
        assert!(app.is_searching() && app.query.is_typing, "Enter waits");
        let before = app.selected;
        find(&mut app);
        assert_ne!(app.selected, before, "the best hit is selected");
        run(&mut queue, &mut app);
        assert_eq!(
            (app.query.is_typing, app.focus),
            (false, Pane::Detail),
            "Enter, Enter was done when the list was there"
        );
    }

    #[test]
    fn many_keys_ask_for_one_search_and_a_late_answer_is_not_shown() {
        let (mut app, mut queue) = (app(true), Queue::default());
        let (tell, heard) = channel();
        let mut searcher = Searcher::start(app.world.clone(), tell).expect("a thread");
        queue.extend(typed("/d"));
        run(&mut queue, &mut app);
        let late = app.world.index.find(app.catalog(), &app.view);
        queue.extend(typed(&"ata science ".repeat(40)));
        run(&mut queue, &mut app);
        update(&mut app, Action::Found(Box::new(late)));
        assert!(app.is_searching(), "the answer to `d` is not the answer to what was typed");
        for _ in 0..3 {
            searcher.ask(&app);
        }
        let Ok(Heard::Found(found)) = heard.recv() else { panic!("an answer") };
        assert_eq!(found.view, app.view);
        update(&mut app, Action::Found(found));
        assert!(!app.is_searching());
        searcher.ask(&app);
        assert!(heard.try_recv().is_err(), "one view is searched for once");
    }

    #[test]
    fn what_may_go_through_everything_is_done_beside_the_screen_of_a_large_catalogue_only() {
        for (keys, action) in [("g", Action::Advise), ("v", Action::ShowMap), ("p", Action::ShowPlan)] {
            let (mut small, mut large, mut queue) = (app(false), app(true), Queue::default());
            queue.extend(typed(keys));
            assert_eq!(queue.next_work(&mut small), None, "{keys} is done at once");
            find(&mut large);
            let before = large.clone();
            queue.extend(typed(keys));
            assert_eq!(queue.next_work(&mut large), Some(Work::Beside(action)));
            assert!(large == before, "nothing is done yet");
        }
    }

    #[test]
    fn work_that_is_left_changes_nothing_and_its_outcome_is_dropped() {
        let (tell, heard) = channel();
        let mut worker = Worker::start(tell).expect("a thread");
        let mut app = app(true);
        find(&mut app);
        worker.begin(&app, Action::Advise);
        let mut queue = Queue::default();
        queue.extend(typed("jj"));
        assert_eq!(queue.wait(), Wait::On);
        queue.extend([vec![key(KeyCode::Esc)], typed("x")].concat());
        assert_eq!(queue.wait(), Wait::Leave);
        assert_eq!(queue.0.len(), 1, "what was pressed after Esc is still to be done");
        worker.leave();
        let Ok(Heard::Done(done)) = heard.recv() else { panic!("an outcome") };
        assert!(worker.accept(done, &app).is_none());

        worker.begin(&app, Action::Advise);
        app.size = (100, 30);
        let Ok(Heard::Done(done)) = heard.recv() else { panic!("an outcome") };
        let (working, _) = worker.accept(done, &app).expect("it is waited for");
        assert_eq!((working.screen, working.size), (Screen::Question, (100, 30)), "the window has its new size");
        assert!(!worker.is_busy());
        queue.extend(vec![Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL))]);
        assert_eq!(queue.wait(), Wait::Quit);
    }

    #[test]
    fn an_erased_query_leaves_the_list_where_it_was_however_long_the_search_takes() {
        let (mut app, mut queue) = (app(true), Queue::default());
        queue.extend([vec![key(KeyCode::Down)], typed("/p")].concat());
        run(&mut queue, &mut app);
        find(&mut app);
        queue.extend(vec![key(KeyCode::Backspace)]);
        run(&mut queue, &mut app);
        assert!(app.is_searching());
        find(&mut app);
        assert_eq!((app.selected_row(), app.tops.list), (Some(1), 0));
    }

    #[test]
    fn a_query_that_is_erased_at_once_leaves_the_facts_as_one_that_was_searched_for() {
        let keys =
            || [vec![key(KeyCode::Enter), key(KeyCode::Down)], typed("/d"), vec![key(KeyCode::Backspace)]].concat();
        let facts = |searches_beside: bool| {
            let (mut app, mut queue) = (app(searches_beside), Queue::default());
            for event in keys() {
                queue.extend(vec![event]);
                run(&mut queue, &mut app);
            }
            (app.fact, app.tops)
        };
        assert_eq!(facts(true), facts(false));
    }

    #[test]
    fn ctrl_c_waits_for_nothing() {
        let (mut app, mut queue) = (app(true), Queue::default());
        queue.extend([typed("/data"), vec![key(KeyCode::Enter)]].concat());
        run(&mut queue, &mut app);
        queue.extend(vec![Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL))]);
        assert!(app.is_searching());
        assert_eq!(queue.next_work(&mut app), Some(Work::Effect(Effect::Quit)));
    }

    #[test]
    fn what_was_pressed_before_ctrl_c_is_done() {
        let (mut app, mut queue) = (app(true), Queue::default());
        queue.extend([typed(" "), vec![Event::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL))]].concat());
        assert_eq!(run(&mut queue, &mut app), [Effect::Quit]);
        assert_eq!(app.basket.len(), 1, "it is kept with the view");
    }

    #[test]
    fn point_30_alt_edits_words_and_is_otherwise_nothing() {
        let alt = |c| Event::Key(KeyEvent::new(KeyCode::Char(c), KeyModifiers::ALT));
        let (mut app, mut queue) = (app(false), Queue::default());
        queue.extend([typed("/data science"), vec![alt('q'), alt('x'), alt('b'), alt('d')]].concat());
        assert_eq!(run(&mut queue, &mut app), []);
        assert!(app.query.is_typing);
        assert_eq!(app.view.query, "data ");
        queue.extend([vec![key(KeyCode::Enter), alt('q'), alt('f')]].concat());
        assert_eq!(run(&mut queue, &mut app), []);
        assert_eq!((app.screen, app.focus), (Screen::Explore, Pane::List));
    }

    fn events() -> impl Strategy<Value = Vec<(Event, bool)>> {
        let letter = proptest::sample::select("datasci mit/fxXsu j:<gvp".chars().collect::<Vec<_>>());
        let code = prop_oneof![
            6 => letter.prop_map(KeyCode::Char),
            1 => Just(KeyCode::Enter),
            1 => Just(KeyCode::Esc),
            1 => Just(KeyCode::Tab),
            1 => Just(KeyCode::Down),
            1 => Just(KeyCode::Backspace),
        ];
        // Each key comes with whether the pending search result has arrived by then.
        proptest::collection::vec((code.prop_map(key), any::<bool>()), 1..60)
    }

    #[test]
    fn a_burst_of_letters_is_one_change_of_the_line() {
        for opening in ["/", "f", "g", ":"] {
            let (mut app, mut queue) = (app(false), Queue::default());
            queue.extend(typed(opening));
            run(&mut queue, &mut app);
            queue.extend([typed("nursing1"), vec![key(KeyCode::Enter)]].concat());
            let action = input::action(&app, queue.0.front().expect("a letter")).expect("it is typed");
            queue.0.pop_front();
            let joined = queue.with_text_typed_ahead(&app, action);
            assert_eq!((joined, queue.0.len()), (Action::Paste("nursing1".to_owned()), 1), "after `{opening}`");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(10) })]

        #[test]
        fn a_burst_of_keys_ends_where_the_same_keys_one_by_one_do(events in events()) {
            let (mut burst, mut single) = (app(false), app(false));
            let mut queue = Queue::default();
            queue.extend(events.iter().map(|(event, _)| event.clone()).collect());
            run(&mut queue, &mut burst);
            for (event, _) in events {
                queue.extend(vec![event]);
                run(&mut queue, &mut single);
            }
            single.world = burst.world.clone();
            prop_assert!(burst == single, "{:?} and {:?}", burst.view, single.view);
        }

        #[test]
        fn searching_beside_the_screen_ends_where_searching_at_once_does(events in events()) {
            let (mut at_once, mut beside) = (app(false), app(true));
            let (mut first, mut second) = (Queue::default(), Queue::default());
            for (event, is_found) in events {
                first.extend(vec![event.clone()]);
                run(&mut first, &mut at_once);
                second.extend(vec![event]);
                run(&mut second, &mut beside);
                if is_found && beside.is_searching() {
                    find(&mut beside);
                    run(&mut second, &mut beside);
                }
            }
            while beside.is_searching() {
                find(&mut beside);
                run(&mut second, &mut beside);
            }
            prop_assert_eq!(&beside.view, &at_once.view);
            prop_assert_eq!(beside.selected, at_once.selected);
            prop_assert_eq!(&beside.tops, &at_once.tops);
            beside.world = at_once.world.clone();
            prop_assert!(beside == at_once);
        }
    }
}
