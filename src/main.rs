//! Arguments to a command or to the explorer; nothing else.

use std::process::ExitCode;

use prospectus::cli::{self, Next};
use prospectus::term;
use prospectus::ui::Look;

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Next::Done(code) => code,
        Next::Converse(opening) => term::converse(opening.catalog, opening.as_of, opening.keymap),
        Next::Explore(opening) => {
            let look = Look { name: opening.look, depth: opening.depth, own: None, is_ascii: opening.ascii };
            term::explore(opening.catalog, opening.as_of, look, opening.keymap, &opening.complaints)
        }
    }
}
