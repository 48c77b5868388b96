//! Stopping for the shell and coming back, and giving the terminal back when a signal ends the process. When the
//! terminal is gone, the process goes too.

use std::io;

/// Stops the process, and every other of its job, until the shell calls it back.
#[cfg(unix)]
pub(super) fn until_called_back() -> io::Result<()> {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, Ordering};

    use super::session::{give_back, take};
    use rustix::process::{Signal, kill_current_process_group};
    use signal_hook::consts::{SIGCONT, SIGSTOP};

    give_back();
    let was_continued = Arc::new(AtomicBool::new(false));
    let hook = signal_hook::flag::register(SIGCONT, Arc::clone(&was_continued))?;
    kill_current_process_group(Signal::TSTP)?;
    // The system drops the polite signal where no shell could call the job back; then only the process itself is
    // stopped, which cannot be dropped.
    if !was_continued.load(Ordering::SeqCst) {
        signal_hook::low_level::raise(SIGSTOP)?;
    }
    signal_hook::low_level::unregister(hook);
    take()
}

/// Where there is no job control there is nothing to stop for.
#[cfg(not(unix))]
pub(super) fn until_called_back() -> io::Result<()> {
    Ok(())
}

/// Gives the terminal back and keeps the view before a signal ends the process. One thread sleeps until such a signal comes.
#[cfg(unix)]
pub(super) fn give_back_on_signals() {
    use super::{leave, session::give_back};
    use signal_hook::consts::{SIGHUP, SIGINT, SIGQUIT, SIGTERM};
    use signal_hook::iterator::Signals;

    let Ok(mut signals) = Signals::new([SIGTERM, SIGINT, SIGQUIT, SIGHUP]) else { return };
    std::thread::spawn(move || {
        if let Some(signal) = signals.forever().next() {
            give_back();
            // Whoever ended it hears nothing of it.
            let _ = leave::keep();
            let _ = signal_hook::low_level::emulate_default_handler(signal);
        }
    });
}

/// Nothing to listen to.
#[cfg(not(unix))]
pub(super) fn give_back_on_signals() {}

/// Ends the process when its terminal is gone, also where hang-ups are ignored, as below `nohup`. One thread sleeps
/// until the system tells of it.
#[cfg(unix)]
pub(super) fn end_with_the_terminal() {
    use super::{leave, session::give_back};
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    std::thread::spawn(|| {
        let stdin = io::stdin();
        // Nothing is asked for but what is always told: a hang-up or an error.
        let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
        while poll(&mut terminal, None) == Err(Errno::INTR) {}
        if terminal[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) {
            give_back();
            let _ = leave::keep();
            std::process::exit(1);
        }
    });
}

/// A closed window ends the process by itself.
#[cfg(not(unix))]
pub(super) fn end_with_the_terminal() {}
