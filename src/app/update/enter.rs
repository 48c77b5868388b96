//! Enter: what it opens or applies depends on the page that has the keyboard focus.

use super::{advise, ask, decisions, explore, facts, filters, keep, order, palette, plan, profiles};
use crate::app::{App, Effect, Overlay, Screen};

/// Opens or applies what is under the cursor.
pub(super) fn open(app: &mut App) -> Effect {
    match (app.overlays.last(), app.screen) {
        (Some(Overlay::Profiles), _) => return profiles::open_profile(app),
        (Some(Overlay::Courses), _) => return keep::finish_course(app),
        (Some(Overlay::RemoveFilter), _) => filters::remove_chip(app, app.overlays.cursor()),
        (Some(Overlay::Orders), _) => order::choose(app),
        (Some(Overlay::Limits), _) => ask::toggle_limit(app),
        (Some(Overlay::Changes), _) => ask::take_change(app),
        (Some(Overlay::AskAbout(_)), _) => ask::ask_about(app),
        (Some(Overlay::Help(_)), _) => palette::open(app),
        (Some(Overlay::Kept), _) => keep::open_entry(app),
        (Some(Overlay::Decisions), _) => decisions::open(app),
        (Some(Overlay::Similar { .. }), _) => facts::open_similar(app),
        (Some(Overlay::Program(_)), _) => facts::open_claims(app),
        (Some(Overlay::Plan { .. }), _) => plan::open_route(app),
        (None, Screen::Explore) => explore::open(app),
        (None, Screen::Question) => advise::answer(app),
        (None, Screen::Review) => advise::change_answer(app),
        (None, Screen::Result) => advise::open_row(app),
        (None, Screen::WhatIf) => ask::keep_trial(app),
        (None, Screen::Map | Screen::Compare) => facts::show_program(app),
        (Some(_), _) => {}
    }
    Effect::None
}
