//! Job control and signals: stopping for the shell and continuing, restoring the terminal when a signal ends the
//! process, and ending the process when its terminal is gone.

use std::io;
use std::sync::mpsc::Sender;

use super::Heard;

/// Stops the process group with SIGTSTP, which is then handled like a signal from outside.
#[cfg(unix)]
pub(super) fn stop() -> io::Result<()> {
    use rustix::process::{Signal, kill_current_process_group};

    Ok(kill_current_process_group(Signal::TSTP)?)
}

/// Does nothing: there is no job control here.
#[cfg(not(unix))]
pub(super) fn stop() -> io::Result<()> {
    Ok(())
}

/// Starts a thread that restores the terminal before the process is stopped or ended by a signal, and takes it again
/// when the process continues. The thread sleeps until a signal comes.
///
/// # Errors
///
/// The I/O error if signals cannot be caught or no thread can be started.
#[cfg(unix)]
pub(super) fn heed_signals(tell: Sender<Heard>) -> io::Result<()> {
    use super::{leave, modes};
    use crate::lent;
    use signal_hook::consts::{
        SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGPROF, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1, SIGUSR2, SIGVTALRM, SIGXCPU,
    };
    use signal_hook::iterator::Signals;

    let ends = [SIGTERM, SIGINT, SIGQUIT, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU];
    lent::note(&[SIGINT, SIGQUIT])?;
    let mut signals = Signals::new([ends.as_slice(), &[SIGTSTP, SIGCONT]].concat())?;
    std::thread::Builder::new().spawn(move || {
        let mut was_stopped_here = false;
        for signal in signals.forever() {
            match signal {
                SIGTSTP => {
                    stop_and_come_back();
                    was_stopped_here = true;
                }
                // This SIGCONT ended our own stop, after which the terminal was already taken again.
                SIGCONT if std::mem::take(&mut was_stopped_here) => continue,
                SIGCONT => modes::take_again(),
                SIGINT | SIGQUIT if lent::is_for_another(signal) => continue,
                _ => {
                    // Prevents a new frame after the terminal has been given back.
                    let _screen = modes::screen_if_free();
                    modes::give_back();
                    // The process is ending, so the sentence from `keep` can no longer be shown.
                    let _ = leave::keep();
                    let _ = signal_hook::low_level::emulate_default_handler(signal);
                }
            }
            // If the receiver is gone, the explorer is about to end.
            let _ = tell.send(Heard::CalledBack);
        }
    })?;
    Ok(())
}

/// Does nothing: processes are not stopped here, and the system restores the console.
#[cfg(not(unix))]
pub(super) fn heed_signals(_: Sender<Heard>) -> io::Result<()> {
    Ok(())
}

/// Stops the process and takes the terminal again afterwards, unless another program has it. No frame is drawn
/// meanwhile. SIGTSTP has been caught, so the process stops itself with SIGSTOP, which cannot be.
#[cfg(unix)]
fn stop_and_come_back() {
    use super::modes;

    let _screen = modes::screen();
    let was_ours = modes::give_back();
    let _ = signal_hook::low_level::raise(signal_hook::consts::SIGSTOP);
    if was_ours {
        // If the terminal cannot be taken, the next write to it fails and is reported.
        let _ = modes::take();
    }
}

/// Starts a thread that ends the process when its terminal is gone, even if SIGHUP is ignored, as under `nohup`. The
/// thread sleeps until the system reports it.
///
/// # Errors
///
/// The I/O error if no thread can be started.
#[cfg(unix)]
pub(super) fn end_with_the_terminal() -> io::Result<()> {
    use super::{leave, modes::give_back};
    use rustix::event::{PollFd, PollFlags, poll};
    use rustix::io::Errno;

    std::thread::Builder::new().spawn(|| {
        let stdin = io::stdin();
        // An empty set of events still reports hang-ups and errors.
        let mut terminal = [PollFd::new(&stdin, PollFlags::empty())];
        while poll(&mut terminal, None) == Err(Errno::INTR) {}
        if terminal[0].revents().intersects(PollFlags::HUP | PollFlags::ERR) {
            give_back();
            let _ = leave::keep();
            std::process::exit(1);
        }
    })?;
    Ok(())
}

/// Does nothing: closing the window ends the process.
#[cfg(not(unix))]
pub(super) fn end_with_the_terminal() -> io::Result<()> {
    Ok(())
}
