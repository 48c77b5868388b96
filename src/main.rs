//! Arguments to a command or to the explorer; nothing else.

use std::process::ExitCode;

use prospectus::cli::{self, Next};
use prospectus::term::{self, Start};
use prospectus::ui::{Look, look::Own};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Next::Done(code) => code,
        Next::Converse(opening) => {
            term::converse(opening.catalog, opening.as_of, opening.keymap, opening.keeping, opening.ascii)
        }
        Next::Explore(opening) => {
            let (own, about_look) = Own::read(&opening.config.own_look);
            // A look is copied with every frame, so its own part lives as long as the process.
            let own = own.map(|own| &*Box::leak(Box::new(own)));
            let mut complaints = opening.complaints;
            complaints.extend(about_look.iter().map(|complaint| format!("The configuration, {complaint}")));
            let look = Look { name: opening.look, depth: opening.depth, own, is_ascii: opening.ascii };
            let (keymap, keeping) = (opening.keymap, opening.keeping);
            let start = Start { look, has_mouse: opening.mouse, keymap, complaints, keeping };
            term::explore(opening.catalog, opening.as_of, start)
        }
    }
}
