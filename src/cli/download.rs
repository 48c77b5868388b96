//! The copy of a file on the web. It is asked for at every start with the tag of the copy that is kept, so an unchanged
//! file is not sent again; a new one replaces the copy only when all of it is there and it is a catalogue. One address
//! is asked, the one that was typed: no redirection is followed and nothing in the file is.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use ureq::http::{StatusCode, header};
use ureq::{Agent, Body};

use crate::catalog::{Catalog, printable};
use crate::files::{self, Existing, Place, WriteError, read_text};
use crate::keep::log::name_of;

use super::failure::{Failure, not_loaded};
use super::output::Output;
use super::source;

/// A longer file is none that anybody keeps a catalogue in: the text of a million programs is shorter.
const MAX_BYTES: u64 = 2 << 30;
/// A longer tag is none.
const MAX_TAG: u64 = 1024;
/// How long a server may take to answer, and to send everything.
const ANSWER: Duration = Duration::from_secs(15);
const WHOLE: Duration = Duration::from_secs(300);

/// Where the copy is kept.
struct Copy {
    file: PathBuf,
    tag: PathBuf,
}

/// What a server says.
enum Answer {
    /// The copy is right.
    Unchanged,
    /// Another file, and its tag.
    File(Body, Option<String>),
}

/// The file of an address, as it is now.
pub(super) fn fetched(address: &str, output: &Output) -> Result<PathBuf, Failure> {
    let shown = printable(address);
    let copy = Copy::of(address)
        .ok_or_else(|| Failure::failed(format!("{shown} is not fetched: this system names no folder for a copy.")))?;
    match ask(address, copy.known_tag().as_deref()) {
        Ok(Answer::Unchanged) => {}
        Ok(Answer::File(body, tag)) => copy.replace(body, tag.as_deref(), &shown)?,
        Err(reason) if copy.file.is_file() => {
            output.say(&format!("{shown} {reason}; the earlier copy is used."));
        }
        Err(reason) => return Err(Failure::failed(format!("{shown} {reason}."))),
    }
    Ok(copy.file)
}

/// Asks for a file; the error is the end of a sentence that begins with the address.
fn ask(address: &str, tag: Option<&str>) -> Result<Answer, Refusal> {
    let config = Agent::config_builder()
        .max_redirects(0)
        .max_redirects_will_error(false)
        .http_status_as_error(false)
        .timeout_connect(Some(ANSWER))
        .timeout_recv_response(Some(ANSWER))
        .timeout_global(Some(WHOLE))
        .user_agent(concat!("prospectus/", env!("CARGO_PKG_VERSION")));
    let mut request = Agent::new_with_config(config.build()).get(address);
    if let Some(tag) = tag {
        request = request.header(header::IF_NONE_MATCH, tag);
    }
    let response = request.call().map_err(Refusal::Unreached)?;
    let heading = |name| response.headers().get(&name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    match response.status() {
        StatusCode::NOT_MODIFIED if tag.is_some() => Ok(Answer::Unchanged),
        StatusCode::OK => {
            let tag = heading(header::ETAG);
            Ok(Answer::File(response.into_body(), tag))
        }
        status if status.is_redirection() => Err(Refusal::Elsewhere(heading(header::LOCATION).unwrap_or_default())),
        status => Err(Refusal::Status(status)),
    }
}

/// Why an address gives no file.
#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error("cannot be reached ({})", printable(&.0.to_string()))]
    Unreached(ureq::Error),
    #[error("leads elsewhere, which is not followed: {}", printable(.0))]
    Elsewhere(String),
    #[error("is not given: the server answers {0}")]
    Status(StatusCode),
}

impl Copy {
    fn of(address: &str) -> Option<Self> {
        let folder = source::copies()?;
        let name = name_of(address);
        Some(Self { file: folder.join(format!("{name}.json")), tag: folder.join(format!("{name}.etag")) })
    }

    /// The tag of the copy, where there are both.
    fn known_tag(&self) -> Option<String> {
        self.file.is_file().then(|| read_text(&self.tag, MAX_TAG).ok()).flatten()
    }

    /// Puts another file in its place, if it is a whole catalogue.
    fn replace(&self, body: Body, tag: Option<&str>, shown: &str) -> Result<(), Failure> {
        let cut = |error: io::Error| Failure::failed(format!("{shown} could not be read to its end: {error}."));
        if body.content_length().is_some_and(|length| length > MAX_BYTES) {
            return Err(cut(too_large()));
        }
        let unwritten = |error: &WriteError| Failure::not_written("The copy", &self.file, error);
        files::private_folder(self.file.parent().unwrap_or(Path::new(".")))
            .map_err(|error| unwritten(&WriteError::Refused(error)))?;
        let mut pending =
            Place::at(&self.file).existing(Existing::Replace).open().map_err(|error| unwritten(&error))?;
        let mut from = body.into_with_config().limit(MAX_BYTES + 1).reader();
        copy_at_most(&mut from, pending.file(), MAX_BYTES).map_err(cut)?;
        Catalog::check(pending.path()).map_err(|error| not_loaded(shown, &error))?;
        // A tag never stands beside a file that it is not of, also where the program ends here.
        let _ = fs::remove_file(&self.tag);
        pending.keep().map_err(|error| unwritten(&error))?;
        let tag = tag.filter(|tag| tag.len() as u64 <= MAX_TAG);
        // Without a tag the file is sent again the next time.
        let _ = tag.map(|tag| Place::at(&self.tag).existing(Existing::Replace).write(tag.as_bytes()));
        Ok(())
    }
}

fn copy_at_most(from: &mut impl Read, to: &mut impl Write, limit: u64) -> io::Result<()> {
    if io::copy(&mut from.take(limit + 1), to)? > limit { Err(too_large()) } else { Ok(()) }
}

fn too_large() -> io::Error {
    io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than 2 GiB")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_an_end_is_stopped() {
        let mut kept = Vec::new();
        let error = copy_at_most(&mut io::repeat(b'x'), &mut kept, 1000).expect_err("a limit");
        assert_eq!((error.kind(), kept.len()), (io::ErrorKind::FileTooLarge, 1001));
        copy_at_most(&mut &b"short"[..], &mut kept, 5).expect("it is short enough");
    }
}
