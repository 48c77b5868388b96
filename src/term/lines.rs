//! Line mode on the standard streams: input lines go to the conversation, its answers to standard output, and messages
//! to standard error. The prompt is shown only if standard input is a terminal.

use std::borrow::Cow;
use std::io::{self, IsTerminal, Write};

use super::{browser, keep, leave, share};
use crate::app::Effect;
use crate::ascii;
use crate::catalog::printable_lines;
use crate::keep::NotebookStore;
use crate::lines::{Conversation, Reply};
use crate::stream::{next_line, stdin, stdout};

/// Whether the conversation continues after a line.
#[derive(PartialEq, Eq)]
enum After {
    More,
    Over,
}

/// Runs the conversation until the user quits or the input ends.
pub(super) fn converse(
    mut conversation: Conversation,
    mut notebook_store: NotebookStore,
    told: Option<&str>,
    letters: Letters,
) -> io::Result<()> {
    let is_typed = io::stdin().is_terminal();
    letters.say(&conversation.greeting())?;
    told.map_or(Ok(()), |sentence| letters.tell(sentence))?;
    let mut lines = stdin();
    let mut is_first = true;
    loop {
        if is_typed {
            write!(io::stderr(), "> ")?;
        }
        let Some(line) = next_line(&mut lines)? else { return Ok(()) };
        // Some editors begin a file with a byte order mark.
        let line = line.strip_prefix('\u{feff}').filter(|_| is_first).unwrap_or(&line);
        is_first = false;
        let reply = conversation.hear(line);
        let after = answer(reply, (&mut conversation, &mut notebook_store), letters)?;
        if let Some(done) = keep::answers_kept(&mut notebook_store, conversation.app()) {
            letters.tell_all(&conversation.kept(done))?;
        }
        leave::note(conversation.app());
        if after == After::Over {
            return Ok(());
        }
    }
}

fn answer(reply: Reply, kept: (&mut Conversation, &mut NotebookStore), letters: Letters) -> io::Result<After> {
    let (conversation, notebook_store) = kept;
    letters.say(&reply.said)?;
    for sentence in &reply.told {
        letters.tell(sentence)?;
    }
    for effect in reply.effects {
        match effect {
            Effect::None | Effect::Suspend | Effect::Mouse(_) => {}
            Effect::Store(request) => {
                let done = keep::perform(notebook_store, conversation.app(), request);
                // Confirmation that something is kept is the answer to the command, so it goes to standard output.
                letters.say(&conversation.kept(done))?;
            }
            Effect::Edit(_, text) => letters.say(&text.lines().map(str::to_owned).collect::<Vec<_>>())?,
            // The path of the file is the answer to the command, so it goes to standard output.
            Effect::Write { name, text } => match share::write(&name, &text) {
                Ok(told) => letters.say(&[told])?,
                Err(error) => letters.tell(&error.to_string())?,
            },
            Effect::Quit => return Ok(After::Over),
            Effect::OpenUrl(url) => letters.tell(&browser::open_page(&url))?,
            Effect::OpenSearch(url) => letters.tell(&browser::open_search(&url))?,
            // The address is the answer to the command, so it goes to standard output and can be piped.
            Effect::Copy(text) => letters.say(&[text])?,
        }
    }
    Ok(After::More)
}

/// The character set of the lines that are written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Letters {
    /// Whether to write ASCII only.
    pub(super) is_ascii: bool,
}

impl Letters {
    fn say(self, lines: &[String]) -> io::Result<()> {
        let mut out = stdout();
        for line in lines {
            writeln!(out, "{}", self.written(line))?;
        }
        out.flush()
    }

    fn tell_all(self, sentences: &[String]) -> io::Result<()> {
        sentences.iter().try_for_each(|sentence| self.tell(sentence))
    }

    fn tell(self, sentence: &str) -> io::Result<()> {
        writeln!(io::stderr(), "{}", self.written(sentence))
    }

    fn written(self, text: &str) -> Cow<'_, str> {
        if self.is_ascii { ascii::text(text).into() } else { printable_lines(text.to_owned()).into() }
    }
}
