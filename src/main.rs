//! Runs a command or the explorer, depending on the arguments.

use std::process::ExitCode;

use prospectus::cli::{self, Looks, Next};
use prospectus::files;
use prospectus::term::{self, Start};
use prospectus::ui::look::{self, Look, Own};

fn main() -> ExitCode {
    files::fail_beyond_size_limit();
    let looks = Looks { complaints: |config| Own::read(&config.own_look).1, default_words: look::default_words };
    match cli::run(std::env::args_os(), looks) {
        Next::Done(code) => code,
        Next::Converse(opening) => term::converse(
            opening.catalog,
            opening.as_of,
            opening.keymap,
            (opening.saved, opening.notebook_store),
            opening.ascii,
        ),
        Next::Explore(opening) => {
            let (own, _) = Own::read(&opening.config.own_look);
            // A look is copied for every frame, so it must be `Copy`; its own part is leaked and lives
            // as long as the process.
            let own = own.map(|own| &*Box::leak(Box::new(own)));
            let look = Look { name: opening.look, depth: opening.depth, own, is_ascii: opening.ascii };
            let (keymap, complaints, saved) = (opening.keymap, opening.complaints, opening.saved);
            let notebook_store = opening.notebook_store;
            let start = Start { look, has_mouse: opening.mouse, keymap, complaints, saved, notebook_store };
            term::explore(opening.catalog, opening.as_of, start)
        }
    }
}
