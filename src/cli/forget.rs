//! `prospectus forget`: deletes what the explorer keeps, and says what that was.

use crate::catalog::printable;

use super::desk::Desk;
use super::failure::{Exit, Failure};
use super::settings;

pub(super) fn run(desk: &Desk) -> Result<Exit, Failure> {
    let Some(store) = settings::store() else {
        desk.say("Nothing is kept: this system has no place for it.");
        return Ok(Exit::Fine);
    };
    let shown = |path: &std::path::Path| printable(&path.to_string_lossy()).into_owned();
    let cannot = |error| Failure::failed(format!("{} cannot be deleted: {error}.", shown(&store.path())));
    let gone = store.forget().map_err(cannot)?;
    if gone.is_empty() {
        desk.text(&format!("Nothing was kept: there is no {}.\n", shown(&store.path())))?;
    }
    for path in gone {
        desk.text(&format!("Deleted {}.\n", shown(&path)))?;
    }
    Ok(Exit::Fine)
}
