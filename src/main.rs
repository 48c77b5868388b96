//! Arguments to a command or to the explorer; nothing else.

use std::process::ExitCode;

use prospectus::cli::{self, Next};
use prospectus::term::{self, Start};
use prospectus::ui::Look;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Next::Done(code) => code,
        Next::Converse(opening) => term::converse(opening.catalog, opening.as_of, opening.keymap),
        Next::Explore(opening) => {
            let look = Look { name: opening.look, depth: opening.depth, own: None, is_ascii: opening.ascii };
            let start =
                Start { look, has_mouse: opening.mouse, keymap: opening.keymap, complaints: opening.complaints };
            term::explore(opening.catalog, opening.as_of, start)
        }
    }
}
