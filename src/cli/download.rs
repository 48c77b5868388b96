//! Fetches a catalogue from a web address and keeps a copy.
//!
//! The server is asked at every start, with the entity tag of the copy, so that an unchanged file is not sent again. A
//! new file replaces the copy only if it is complete and a valid catalogue. Only the typed address is requested:
//! redirects are not followed, nor is any address in the file.

use std::fs;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::time::Duration;

use ureq::http::{StatusCode, header};
use ureq::{Agent, Body};

use crate::catalog::{Catalog, printable};
use crate::clock;
use crate::files::{self, Existing, WriteError, WriteTarget, read_text};
use crate::keep::log::name_of;

use super::failure::{Failure, not_loaded};

/// The maximum size of a file that is fetched, in bytes; the text of a million programs is shorter.
const MAX_BYTES: u64 = 2 << 30;
/// The maximum length of an entity tag that is kept, in bytes.
const MAX_TAG: u64 = 1024;
/// The timeouts for the answer of a server, and for the whole file.
const ANSWER: Duration = Duration::from_secs(15);
const WHOLE: Duration = Duration::from_secs(300);

/// The files of the copy.
struct Copy {
    file: PathBuf,
    tag: PathBuf,
}

/// A server's answer.
enum Answer {
    /// The copy is up to date.
    Unchanged,
    /// A new file and its entity tag.
    File(Body, Option<String>),
}

/// Returns the local copy of the file at an address, updated if necessary. If the server cannot be reached, an older
/// copy is used and `say` gets the reason.
pub(super) fn fetched(address: &str, folder: Option<PathBuf>, say: &dyn Fn(&str)) -> Result<PathBuf, Failure> {
    let shown = printable(address);
    let copy = folder.map(|folder| Copy::of(address, &folder)).ok_or_else(|| {
        Failure::failed(format!("{shown} was not downloaded: this system names no folder for the copy."))
    })?;
    match ask(address, copy.known_tag().as_deref()) {
        Ok(Answer::Unchanged) => {}
        Ok(Answer::File(body, tag)) => copy.replace(body, tag.as_deref(), &shown)?,
        Err(reason) if copy.file.is_file() => {
            say(&format!("{shown} {reason}; the copy from last time is used."));
        }
        Err(reason) => return Err(Failure::failed(format!("{shown} {reason}."))),
    }
    Ok(copy.file)
}

/// Requests a file. The error is worded as the end of a sentence that begins with the address.
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

/// Why an address yields no file.
#[derive(Debug, thiserror::Error)]
enum Refusal {
    #[error("cannot be reached ({})", printable(&.0.to_string()))]
    Unreached(ureq::Error),
    #[error("redirects to another address, which is not followed: {}", printable(.0))]
    Elsewhere(String),
    #[error("could not be downloaded: the server answered {0}")]
    Status(StatusCode),
}

impl Copy {
    fn of(address: &str, folder: &Path) -> Self {
        let name = name_of(address);
        Self { file: folder.join(format!("{name}.json")), tag: folder.join(format!("{name}.etag")) }
    }

    /// Returns the tag of the copy; `None` unless both the file and the tag exist.
    fn known_tag(&self) -> Option<String> {
        self.file.is_file().then(|| read_text(&self.tag, MAX_TAG).ok()).flatten()
    }

    /// Replaces the copy with another file, if that is a complete catalogue.
    fn replace(&self, body: Body, tag: Option<&str>, shown: &str) -> Result<(), Failure> {
        let cut = |error: io::Error| Failure::failed(format!("{shown} could not be read to its end: {error}."));
        if body.content_length().is_some_and(|length| length > MAX_BYTES) {
            return Err(cut(too_large()));
        }
        let unwritten = |error: &WriteError| Failure::not_written("The copy", &self.file, error);
        files::private_folder(self.file.parent().unwrap_or(Path::new(".")))
            .map_err(|error| unwritten(&WriteError::Refused(error)))?;
        let mut pending =
            WriteTarget::at(&self.file).existing(Existing::Replace).open().map_err(|error| unwritten(&error))?;
        let mut from = body.into_with_config().limit(MAX_BYTES + 1).reader();
        copy_at_most(&mut from, pending.file(), MAX_BYTES).map_err(cut)?;
        Catalog::check(pending.path(), clock::today()).map_err(|error| not_loaded(shown, &error))?;
        // Remove the tag first, so that it never belongs to another file, even if the process ends here.
        let _ = fs::remove_file(&self.tag);
        pending.keep().map_err(|error| unwritten(&error))?;
        let tag = tag.filter(|tag| tag.len() as u64 <= MAX_TAG);
        // Without a tag, the file is simply sent again the next time.
        let _ = tag.map(|tag| WriteTarget::at(&self.tag).existing(Existing::Replace).write(tag.as_bytes()));
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
