//! `prospectus advise`: the questionnaire at the prompt, line by line, for those who have no full screen or want none.
//! Questions go to standard error and the result to standard output, so the result alone can be kept.

use std::path::Path;

use crate::advise::Answers;
use crate::catalog::printable;

use super::args::{Advise, Format};
use super::asked::Advisory;
use super::desk::Desk;
use super::failure::{Exit, Failure};
use super::interview::{self, Interview};

pub(super) fn run(words: &Advise, desk: &Desk) -> Result<Exit, Failure> {
    desk.only("advise", &Format::OF_PAGE)?;
    if desk.global().no_input {
        return Err(Failure::usage(
            "`advise` asks questions, and `--no-input` forbids that. `recommend` reads answers.",
        ));
    }
    let advisory = Advisory::new(&words.running, desk)?;
    let mut lines = std::io::stdin().lines();
    let mut interview = Interview::new(&advisory);
    let is_done = interview.hold(&mut || lines.next().transpose(), &mut |line| desk.say(line))?;
    if is_done == interview::End::Left {
        desk.say("Nothing was recommended.");
        return Ok(Exit::Fine);
    }
    let answers = interview.into_answers();
    if let Some(path) = &words.save {
        save(path, &answers, desk)?;
    }
    let advice = advisory.advise(&answers);
    advisory.print(&advice, words.explain, desk)
}

fn save(path: &Path, answers: &Answers, desk: &Desk) -> Result<(), Failure> {
    let name = path.to_string_lossy();
    let name = printable(&name);
    std::fs::write(path, format!("{:#}\n", answers.to_json()))
        .map_err(|error| Failure::failed(format!("The answers cannot be kept in {name}: {error}.")))?;
    desk.say(&format!("The answers are kept in {name}."));
    Ok(())
}
