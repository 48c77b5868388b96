//! Decisions: kept from the result, listed, read and computed again.

use super::notices::tell;
use crate::app::{App, Effect, Overlay};
use crate::export::kept::{decision_json, replay as compute_again};
use crate::keep::log::name_of;

/// The decisions that are kept, with the cursor on the one that was read last.
pub(super) fn show_decisions(app: &mut App) {
    app.overlays.show(Overlay::Decisions);
    let number = app.personal.decision.as_ref().and_then(|id| app.personal.notebook.record_number(id));
    app.overlays.set_cursor(number.map_or(0, |number| number - 1));
}

/// Shows the decision under the cursor.
pub(super) fn open(app: &mut App) {
    if let Some(record) = app.personal.notebook.records.get(app.overlays.cursor()) {
        let id = record.id.clone();
        app.personal.decision = Some(id.clone());
        app.overlays.show(Overlay::Decision(id));
    }
}

/// Computes the decision under the cursor again and says whether the result is the same.
pub(super) fn replay(app: &mut App) {
    let Some(record) = app.personal.notebook.records.get(app.overlays.cursor()) else { return };
    let told = match compute_again(app.catalog(), app.world.adviser(), &record.document) {
        Ok(again) if again.differences.is_empty() => "Computed again: the same result.".to_owned(),
        Ok(again) => again.differences.join(" "),
        Err(error) => error.to_string(),
    };
    tell(app, told);
}

/// Keeps the current decision.
pub(super) fn record(app: &mut App) -> Effect {
    let Some(advice) = &app.interview.advice else { return Effect::None };
    let (catalog, adviser) = (app.catalog(), app.world.adviser());
    let mut document = decision_json(catalog, adviser, advice);
    document.insert("profile".to_owned(), app.personal.profile.clone().into());
    let document = serde_json::Value::Object(document);
    let change = app.personal.notebook.keep_record(&name_of(&document.to_string()), document);
    let before = app.personal.notebook.records.len();
    let place = if before == 0 { String::new() } else { format!("; it is the last of {}", before + 1) };
    Effect::keep(vec![change], format!("The decision is kept{place}."))
}
