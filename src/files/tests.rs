//! What a target holds after a write, a refusal and an interruption.

use super::*;

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

/// Counts lines of letters; a text with a digit is of another kind.
fn lines(text: &[u8]) -> Option<usize> {
    (!text.iter().any(u8::is_ascii_digit)).then(|| text.split(|byte| *byte == b'\n').count() - 1)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_text_takes_its_place_whole_and_leaves_nothing_else() {
    let folder = folder();
    let path = folder.path().join("a.txt");
    for text in ["one\n", "two\nthree\n"] {
        WriteTarget::at(&path).write(text.as_bytes()).expect("it can be written");
        assert_eq!(fs::read_to_string(&path).expect("it is there"), text);
    }
    assert_eq!(names(folder.path()), ["a.txt"]);
}

#[test]
fn a_fuller_file_is_spared_until_it_is_forced() {
    let folder = folder();
    let path = folder.path().join("a.txt");
    let place = WriteTarget::at(&path).of_kind(lines);
    place.write(b"one\ntwo\n").expect("it can be written");
    let refused = place.write(b"one\n").expect_err("it is emptier");
    assert!(
        matches!(&refused, WriteError::Fuller { there, new } if (there.as_str(), new.as_str()) == ("2", "1"))
            && refused.can_be_forced(),
        "{refused}"
    );
    assert_eq!(fs::read(&path).expect("it is there"), b"one\ntwo\n");
    place.clone().existing(Existing::Replace).write(b"one\n").expect("it is forced");
    place.write(b"two\n").expect("it holds as much");
}

#[test]
fn what_is_of_another_kind_is_spared_before_anything_is_written() {
    let folder = folder();
    let path = folder.path().join("a.txt");
    fs::write(&path, "1").expect("a file");
    let refused = WriteTarget::at(&path).of_kind(lines).open().expect_err("it is of another kind");
    assert!(matches!(refused, WriteError::OtherKind));
    fs::write(&path, "").expect("a file");
    WriteTarget::at(&path).of_kind(lines).write(b"one\n").expect("an empty file is of every kind");
}

#[test]
fn a_folder_and_a_place_in_no_folder_are_refused_before_anything_is_written() {
    let folder = folder();
    assert!(matches!(WriteTarget::at(folder.path()).open(), Err(WriteError::NotAFile)));
    assert!(matches!(WriteTarget::at(&folder.path().join("no/a.txt")).open(), Err(WriteError::Refused(_))));
}

#[test]
fn what_an_interrupt_left_behind_goes_and_what_is_being_written_stays() {
    let folder = folder();
    let path = folder.path().join("a.txt");
    for name in [".a.txt.x1y2z3.part", ".b.txt.x1y2z3.part", ".tmpAbC123", ".tmpfiles", "a.part"] {
        fs::write(folder.path().join(name), "half").expect("a file");
    }
    let pending = WriteTarget::at(&path).open().expect("it can be written");
    assert!(!names(folder.path()).contains(&".a.txt.x1y2z3.part".to_owned()));
    assert_eq!(sweep(folder.path()), 3 - 1);
    pending.write(b"one\n").expect("it was left alone");
    assert_eq!(names(folder.path()), [".tmpfiles", "a.part", "a.txt"]);
}

#[cfg(unix)]
#[test]
fn point_45_a_link_stays_a_link_and_what_it_leads_to_is_written() {
    use std::os::unix::fs::symlink;
    let folder = folder();
    fs::create_dir(folder.path().join("far")).expect("a folder");
    let link = folder.path().join("link");
    symlink("far/real", &link).expect("a link");
    for text in ["one", "two"] {
        WriteTarget::at(&link).write(text.as_bytes()).expect("it can be written");
        assert!(link.is_symlink());
        assert_eq!(fs::read_to_string(folder.path().join("far/real")).expect("it is there"), text);
    }
    symlink("circle", folder.path().join("circle")).expect("a link");
    assert!(matches!(WriteTarget::at(&folder.path().join("circle")).open(), Err(WriteError::Circle)));
}

#[cfg(unix)]
#[test]
fn what_is_personal_is_readable_by_the_person_alone() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).expect("it is there").permissions().mode() & 0o777;
    let folder = folder();
    let path = folder.path().join("own").join("a.txt");
    private_folder(path.parent().expect("a folder")).expect("it can be made");
    WriteTarget::at(&path).private().write(b"one").expect("it can be written");
    assert_eq!((mode(&path), mode(&folder.path().join("own"))), (0o600, 0o700));
    let shared = folder.path().join("b.txt");
    fs::write(&shared, "x").expect("a file");
    fs::set_permissions(&shared, fs::Permissions::from_mode(0o640)).expect("its permissions");
    WriteTarget::at(&shared).write(b"one").expect("it can be written");
    assert_eq!(mode(&shared), 0o640);
}

#[cfg(unix)]
#[test]
fn a_pipe_a_device_and_a_file_without_end_are_no_small_files() {
    use std::os::unix::net::UnixListener;
    let folder = folder();
    let socket = folder.path().join("socket");
    let _listener = UnixListener::bind(&socket).expect("a socket");
    for path in [socket.as_path(), Path::new("/dev/zero"), folder.path()] {
        assert!(matches!(read_text(path, 10), Err(ReadError::NotAFile)), "{}", path.display());
        assert!(matches!(WriteTarget::at(path).open(), Err(WriteError::NotAFile)), "{}", path.display());
    }
}

#[test]
fn a_small_file_is_read_whole_or_not_at_all() {
    let folder = folder();
    let path = folder.path().join("a.txt");
    assert!(read_text(&path, 10).expect_err("nothing is there").is_absent());
    fs::write(&path, "0123456789").expect("a file");
    assert_eq!(read_text(&path, 10).expect("it is short"), "0123456789");
    assert!(matches!(read_text(&path, 9), Err(ReadError::TooLong(9))));
    fs::write(&path, b"\xff").expect("a file");
    assert!(matches!(read_text(&path, 9), Err(ReadError::NotText)));
}
