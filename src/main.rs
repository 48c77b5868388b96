//! Arguments to a command or to the explorer; nothing else.

use std::process::ExitCode;

use prospectus::cli::{self, Next};

fn main() -> ExitCode {
    match cli::run(std::env::args_os()) {
        Next::Done(code) => code,
        Next::Explore(_) => ExitCode::FAILURE,
    }
}
