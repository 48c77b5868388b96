//! Today's date in the local time zone. This room reads only the one zone file that `TZ` or the system names, because
//! the time library walks through hundreds of files to learn all zone names before it looks one up.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

/// The zone file of the system.
const SYSTEM_ZONE: &str = "/etc/localtime";

/// The greatest length of a zone file in bytes; the longest in use have a tenth of it.
const MAX_ZONE_BYTES: u64 = 64 << 10;

/// The folder of the zone files, unless `TZDIR` names another.
const ZONE_FILES: &str = "/usr/share/zoneinfo";

/// Today's date in the local time zone.
pub fn today() -> Date {
    Timestamp::now().to_zoned(local_zone()).date()
}

fn local_zone() -> TimeZone {
    let folder = std::env::var_os("TZDIR").unwrap_or_else(|| OsString::from(ZONE_FILES));
    let file = zone_file(std::env::var_os("TZ").as_deref(), Path::new(&folder));
    // Left to the library: rules instead of names, names in a different case, and other systems.
    file.and_then(|file| zone_in(&file)).unwrap_or_else(TimeZone::system)
}

/// The zone file that `TZ` names, or that of the system if `TZ` is not set. Returns `None` if the value may be a rule
/// such as `EST5EDT`: rules always contain digits, because they state an offset.
fn zone_file(tz: Option<&OsStr>, folder: &Path) -> Option<PathBuf> {
    let Some(tz) = tz else { return Some(PathBuf::from(SYSTEM_ZONE)) };
    let name = tz.to_str()?;
    let name = name.strip_prefix(':').unwrap_or(name);
    let is_name = !name.is_empty() && (name.contains('/') || !name.contains(|c: char| c.is_ascii_digit()));
    // Joining an absolute path replaces the folder.
    is_name.then(|| folder.join(name))
}

fn zone_in(file: &Path) -> Option<TimeZone> {
    let about = fs::metadata(file).ok()?;
    // UTC instead of the library, which would read a device or a pipe without end.
    if !about.is_file() || about.len() > MAX_ZONE_BYTES {
        return Some(TimeZone::UTC);
    }
    let mut bytes = Vec::new();
    File::open(file).ok()?.take(MAX_ZONE_BYTES + 1).read_to_end(&mut bytes).ok()?;
    // The length on record is 0 where the system makes up the file while it is read.
    if bytes.len() as u64 > MAX_ZONE_BYTES {
        return Some(TimeZone::UTC);
    }
    TimeZone::tzif("", &bytes).ok()
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn read(tz: &str) -> Option<TimeZone> {
        zone_in(&zone_file(Some(OsStr::new(tz)), Path::new(ZONE_FILES))?)
    }

    #[test]
    fn a_zone_read_from_its_file_has_the_days_of_the_zone_of_that_name() {
        let names = ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "Europe/Berlin", "UTC", "Etc/GMT+5"];
        for name in names {
            // Without zone files on this system there is nothing to compare.
            let Ok(zone) = TimeZone::get(name) else { continue };
            for spelling in [name.to_owned(), format!(":{name}"), format!("{ZONE_FILES}/{name}")] {
                let own = read(&spelling).expect("the file of the zone");
                for hours in 0..400 {
                    let moment = Timestamp::from_second(1_764_000_000 + hours * 86_400).expect("a moment");
                    assert_eq!(own.to_datetime(moment), zone.to_datetime(moment), "{spelling}");
                }
            }
        }
    }

    #[test]
    fn what_may_be_a_rule_is_left_to_the_library() {
        for tz in ["", ":", "EST5EDT", "UTC0", "<+03>-3"] {
            assert_eq!(zone_file(Some(OsStr::new(tz)), Path::new(ZONE_FILES)), None, "{tz}");
        }
        assert!(read("CET-1CEST,M3.5.0,M10.5.0/3").is_none());
        assert!(read("Nowhere/Land").is_none());
    }

    #[test]
    fn a_device_is_not_read_as_a_zone_file() {
        assert_eq!(read(":/dev/zero"), Some(TimeZone::UTC));
        assert_eq!(read(":/dev"), Some(TimeZone::UTC));
    }

    #[test]
    fn without_tz_the_zone_is_that_of_the_system() {
        let file = zone_file(None, Path::new("/elsewhere"));
        assert_eq!(file.as_deref(), Some(Path::new(SYSTEM_ZONE)));
    }
}
