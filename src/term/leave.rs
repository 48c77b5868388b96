//! Keeps the view when the explorer ends: the user quits, a signal arrives or the window is closed.
//!
//! The view is noted with every frame, because the code that ends the process on a signal cannot access the state.

use std::sync::{Mutex, PoisonError};

use crate::app::App;
use crate::keep::{Store, Workspace};
use crate::look::LookName;

/// What is to be kept, as of the last frame; `None` before the first frame and once it has been written.
static NOTED: Mutex<Option<Noted>> = Mutex::new(None);

struct Noted {
    store: Store,
    look_at_start: LookName,
    /// What this process changes. The rest of the file is read again just before writing.
    own: Workspace,
}

/// Sets the store in which the view will be kept, and notes the view.
pub(super) fn keep_in(store: Option<Store>, app: &App) {
    let own = |store| Noted { store, look_at_start: app.look, own: Workspace::default() };
    *noted() = store.map(own);
    note(app);
}

/// Notes the current view.
pub(super) fn note(app: &App) {
    if let Some(noted) = noted().as_mut() {
        app.keep(noted.look_at_start, &mut noted.own);
    }
}

/// Writes the noted view. Only the first caller writes; concurrent callers wait, so that the process does not end
/// before the write does. Returns a sentence for the user if something went wrong or a damaged file was set aside.
pub(super) fn keep() -> Option<String> {
    let mut noted = noted();
    let Noted { store, own, .. } = noted.take()?;
    store.change(|workspace| workspace.take_over(own))
}

fn noted() -> std::sync::MutexGuard<'static, Option<Noted>> {
    NOTED.lock().unwrap_or_else(PoisonError::into_inner)
}
