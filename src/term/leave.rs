//! Keeping the view when the explorer ends: when it is left, and when a signal or a closed window ends it. What it would
//! keep is noted with every frame, because whoever ends it then cannot ask the state any more.

use std::sync::{Mutex, PoisonError};

use crate::app::App;
use crate::keep::{Kept, Store};
use crate::look::LookName;

/// What is to be kept, as of the last frame.
static NOTED: Mutex<Option<Noted>> = Mutex::new(None);

struct Noted {
    store: Store,
    look_at_start: LookName,
    /// Only what this explorer has to say; what else is kept is read when it is written.
    own: Kept,
}

/// From now on the view is kept there.
pub(super) fn keep_in(store: Option<Store>, app: &App) {
    let own = |store| Noted { store, look_at_start: app.look, own: Kept::default() };
    *noted() = store.map(own);
    note(app);
}

/// Notes the view as it is now.
pub(super) fn note(app: &App) {
    if let Some(noted) = noted().as_mut() {
        app.keep(noted.look_at_start, &mut noted.own);
    }
}

/// Writes what was noted, once, whoever asks first; the others wait. The sentence tells what is to be known of it.
pub(super) fn keep() -> Option<String> {
    let mut noted = noted();
    let Noted { store, own, .. } = noted.take()?;
    store.change(|kept| kept.take_over(own))
}

fn noted() -> std::sync::MutexGuard<'static, Option<Noted>> {
    NOTED.lock().unwrap_or_else(PoisonError::into_inner)
}
