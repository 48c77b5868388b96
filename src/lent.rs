//! The terminal while another program uses it, such as a pager or an editor. Until that program ends, keyboard
//! interrupts are meant for it.
//!
//! The system sends an interrupt to both programs. Ours handles it on a separate thread, possibly only after the
//! interrupt has ended the other program. Therefore the terminal is not taken back before that thread has skipped all
//! pending interrupts.

#[cfg(unix)]
pub use interrupts::{is_for_another, is_over, lend, note};

/// Leaves the terminal to another program while `run` waits for it. The console handles interrupts by itself.
#[cfg(not(unix))]
pub fn lend<T>(run: impl FnOnce() -> T) -> T {
    run()
}

/// Interrupts while the terminal is lent.
#[cfg(unix)]
mod interrupts {
    use std::io;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::{Arc, Condvar, Mutex, MutexGuard, OnceLock, PoisonError};
    use std::time::Duration;

    use signal_hook::flag;

    /// The maximum wait for the thread that handles interrupts.
    const PATIENCE: Duration = Duration::from_secs(1);

    #[derive(Default)]
    struct Lending {
        /// Whether interrupts are meant for this process.
        is_over: Arc<AtomicBool>,
        /// The recorded signals, each with a flag that is set by the signal handler itself, so immediately, and cleared
        /// once the signal has been skipped.
        noted: Mutex<Vec<(i32, Arc<AtomicBool>)>>,
        passed_over: Condvar,
    }

    fn lending() -> &'static Lending {
        static LENDING: OnceLock<Lending> = OnceLock::new();
        LENDING.get_or_init(|| Lending { is_over: Arc::new(AtomicBool::new(true)), ..Lending::default() })
    }

    impl Lending {
        fn noted(&self) -> MutexGuard<'_, Vec<(i32, Arc<AtomicBool>)>> {
            self.noted.lock().unwrap_or_else(PoisonError::into_inner)
        }
    }

    /// Leaves the terminal to another program while `run` waits for it.
    pub fn lend<T>(run: impl FnOnce() -> T) -> T {
        let lending = lending();
        lending.is_over.store(false, Ordering::SeqCst);
        let outcome = run();
        let is_open =
            |noted: &mut Vec<(i32, Arc<AtomicBool>)>| noted.iter().any(|(_, come)| come.load(Ordering::SeqCst));
        let waited = lending.passed_over.wait_timeout_while(lending.noted(), PATIENCE, is_open);
        lending.is_over.store(true, Ordering::SeqCst);
        drop(waited);
        outcome
    }

    /// Records these signals the moment they arrive. Must be called before the thread that handles them is started.
    ///
    /// # Errors
    ///
    /// The I/O error if the signals cannot be caught.
    pub fn note(signals: &[i32]) -> io::Result<()> {
        for signal in signals {
            let come = Arc::new(AtomicBool::new(false));
            flag::register(*signal, Arc::clone(&come))?;
            lending().noted().push((*signal, come));
        }
        Ok(())
    }

    /// Whether the signal that is being handled is meant for another program, so that it must be skipped.
    pub fn is_for_another(signal: i32) -> bool {
        let lending = lending();
        let noted = lending.noted();
        let is_for_another = !lending.is_over.load(Ordering::SeqCst);
        noted.iter().filter(|(own, _)| *own == signal).for_each(|(_, come)| come.store(false, Ordering::SeqCst));
        lending.passed_over.notify_all();
        is_for_another
    }

    /// A flag that is set unless another program has the terminal.
    pub fn is_over() -> Arc<AtomicBool> {
        Arc::clone(&lending().is_over)
    }
}
