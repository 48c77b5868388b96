//! Signals: stopping for the shell and coming back, and giving the terminal back when a signal ends the process. When the
//! terminal is gone, the process goes too.

use std::io;
use std::sync::mpsc::Sender;

use super::Heard;

/// Asks to be stopped, with every other process of the job. What follows is the same as if it came from outside.
#[cfg(unix)]
pub(super) fn stop() -> io::Result<()> {
    use rustix::process::{Signal, kill_current_process_group};

    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Where there is no job control there is nothing to stop for.
#[cfg(not(unix))]
pub(super) fn stop() -> io::Result<()> {
    Ok(())
}

/// Gives the terminal back before the process is stopped or ended, and takes it again when it is called back. One thread
/// sleeps until a signal comes.
#[cfg(unix)]
pub(super) fn heed_signals(tell: Sender<Heard>) {
    use super::{leave, session};
    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP};
    use signal_hook::iterator::Signals;

    let Ok(mut signals) = Signals::new([SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGTSTP, SIGCONT]) else { return };
    std::thread::spawn(move || {
        let mut was_stopped_here = false;
        for signal in signals.forever() {
            match signal {
                SIGTSTP => {
                    stop_and_come_back();
                    was_stopped_here = true;
                }
                // The call back that ended our own stop has been heeded.
                SIGCONT if std::mem::take(&mut was_stopped_here) => continue,
                SIGCONT => session::take_again(),
                _ => {
                    session::give_back();
                    // Whoever ended it hears nothing of it.
                    let _ = leave::keep();
                    let _ = signal_hook::low_level::emulate_default_handler(signal);
                }
            }
            // If nobody hears it, the explorer is about to end.
            let _ = tell.send(Heard::CalledBack);
        }
    });
}

/// Nobody is stopped there, and the console is given back by the system.
#[cfg(not(unix))]
pub(super) fn heed_signals(_: Sender<Heard>) {}

/// No frame is drawn meanwhile. The polite signal was taken, so the process stops itself with the one that cannot be.
#[cfg(unix)]
fn stop_and_come_back() {
    use super::session;

    let _screen = session::screen();
    session::give_back();
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
    // Where the terminal cannot be taken, writing to it fails next, and that is told.
    let _ = session::take();
}

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
