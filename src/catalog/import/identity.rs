//! Marks of identity, by which two records are recognized as the same program or course: an identifier counts
//! more than an address, an address more than a name, and a title alone counts for nothing. `group` decides
//! which records they join.

use twox_hash::XxHash3_64;

use super::tracking::without_tracking;
use crate::catalog::Language;
pub(super) use crate::catalog::address::host_of;
use crate::catalog::address::is_edx_host;

/// A mark of identity, strongest first.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Identity {
    /// The uuid in course-discovery.
    Uuid([u8; 16]),
    /// The identifier in the Credential Registry, `ce-` and a uuid.
    Ctid(Box<str>),
    /// The identifier in an index or on a platform, such as `program-v1:MITxT+SCM` or a course key.
    Object(Box<str>),
    /// The address or identifier of a node in linked data as a whole, by which other documents refer to it.
    Node(Box<str>),
    /// The web address without the parts that change: scheme, tracking, slashes at the ends, and on the site of edX its
    /// hosts, queries and former folders.
    Address(Box<str>),
}

impl Identity {
    /// The issuer of the ids in catalogues of this program.
    pub(super) const OWN: &'static str = "prospectus";

    /// The id in a catalogue of this program.
    pub(super) fn of_own(id: &str) -> Self {
        Self::Object(format!("{} {id}", Self::OWN).into())
    }

    /// The id that the record has in a catalogue of this program, if the mark is that.
    pub(super) fn own(&self) -> Option<&str> {
        match self {
            Self::Object(text) => text.strip_prefix(Self::OWN)?.strip_prefix(' '),
            _ => None,
        }
    }

    /// The rank of the mark, with 0 as the strongest.
    pub(super) fn rank(&self) -> u8 {
        match self {
            Self::Uuid(_) => 0,
            Self::Ctid(_) => 1,
            Self::Object(_) => 2,
            Self::Node(_) | Self::Address(_) => 3,
        }
    }

    /// A hash that distinguishes it from other marks of the same strength.
    pub(super) fn key(&self) -> u64 {
        match self {
            Self::Uuid(id) => XxHash3_64::oneshot(id),
            Self::Ctid(text) | Self::Object(text) | Self::Node(text) | Self::Address(text) => {
                XxHash3_64::oneshot(text.as_bytes())
            }
        }
    }

    /// Reads a uuid; `None` for any other text, such as the `2.16E+11` that a spreadsheet makes of one.
    pub(super) fn uuid(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_uuid = text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
            && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit());
        if !is_uuid {
            return None;
        }
        let digits = text.chars().filter_map(|c| c.to_digit(16));
        let number = digits.fold(0, |id: u128, digit| id << 4 | u128::from(digit));
        Some(Self::Uuid(number.to_be_bytes()))
    }

    /// Reads an identifier of the Credential Registry.
    pub(super) fn ctid(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let is_ctid = text.strip_prefix("ce-").and_then(Self::uuid).is_some();
        is_ctid.then(|| Self::Ctid(text.into()))
    }

    /// Reads any other identifier; `program-<uuid>` and the like count as the uuid.
    pub(super) fn object(text: &str) -> Option<Self> {
        let text = text.trim();
        if let found @ Some(_) = Self::uuid(text) {
            return found;
        }
        let bare = ["program-", "program:", "course-", "course:"].iter().find_map(|prefix| text.strip_prefix(prefix));
        bare.and_then(Self::uuid).or_else(|| {
            let is_name = text.chars().any(char::is_alphanumeric) && !is_spoilt(text) && text.len() <= 200;
            is_name.then(|| Self::Object(text.into()))
        })
    }

    /// Reads the part of a web address that stays the same when a site is reorganized.
    pub(super) fn address(url: &str) -> Option<Self> {
        page_of(url).map(|page| Self::Address(page.into()))
    }

    /// The mark by which other documents refer to a node; `None` if the node has no address with a path.
    pub(super) fn of_node(id: &str) -> Option<Self> {
        let name = name_of_node(id)?;
        if name.starts_with("ce-") {
            return Some(Self::Ctid(name.into()));
        }
        // A site as a whole, and a fragment of its first page, may stand for anything.
        let is_page = name.trim_start_matches("//").split('#').next().is_some_and(|page| page.contains('/'));
        (is_page || !name.starts_with("//")).then(|| Self::Node(name.into()))
    }

    /// The name of the node, if the mark is that of one.
    pub(super) fn node(&self) -> Option<String> {
        match self {
            Self::Ctid(name) | Self::Node(name) => Some(name.to_string()),
            Self::Uuid(_) | Self::Object(_) | Self::Address(_) => None,
        }
    }

    /// The form in a catalogue; `None` if the catalogue holds it elsewhere.
    pub(super) fn written(&self) -> Option<String> {
        match self {
            Self::Uuid(id) => {
                let hex = format!("{:032x}", u128::from_be_bytes(*id));
                let parts = [&hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..]];
                Some(format!("uuid:{}", parts.join("-")))
            }
            Self::Ctid(id) => Some(format!("ctid:{id}")),
            // The id of a record is in the record itself.
            Self::Object(id) if id.split_once(' ').is_some_and(|(giver, _)| giver == Self::OWN) => None,
            Self::Object(id) => Some(format!("id:{id}")),
            // Addresses are facts of their own.
            Self::Node(_) | Self::Address(_) => None,
        }
    }

    /// Parses the form in a catalogue.
    pub(super) fn read(written: &str) -> Option<Self> {
        let (name, id) = written.split_once(':')?;
        match name {
            "uuid" => Self::uuid(id),
            "ctid" => Self::ctid(id),
            "id" => Some(Self::Object(id.into())),
            _ => None,
        }
    }
}

/// The name of a node in linked data, the same for every way to write its address: the identifier of the Credential
/// Registry if the address ends in one, else the address without its scheme. `None` for names that are valid only
/// within their document.
pub(super) fn name_of_node(id: &str) -> Option<String> {
    let id = id.trim();
    let last = id.rsplit('/').next().unwrap_or(id).trim_end_matches(".json");
    if let Some(Identity::Ctid(ctid)) = Identity::ctid(last) {
        return Some(ctid.into());
    }
    if id.starts_with("urn:") {
        return Some(id.to_lowercase());
    }
    let rest = id.strip_prefix("https://").or_else(|| id.strip_prefix("http://"))?;
    let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
    let host = host.to_lowercase();
    let name = format!("//{}/{path}", host.strip_prefix("www.").unwrap_or(&host));
    Some(name.trim_end_matches('/').to_owned())
}

/// Whether a spreadsheet has turned an identifier into a number in scientific notation.
pub(super) fn is_spoilt(id: &str) -> bool {
    let id = id.trim();
    id.split_once("E+").is_some_and(|(digits, power)| {
        let is_number =
            |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
        is_number(digits) && is_number(power)
    })
}

/// Folders of edX that have moved, each with its current path.
const MOVED: [(&str, &str); 4] = [
    ("micromasters/", "masters/micromasters/"),
    ("professional-certificate/", "certificates/professional-certificate/"),
    ("microbachelors/", "bachelors/microbachelors/"),
    ("xseries/", "certificates/xseries/"),
];

/// The page that an address leads to; `None` for the first page of a site, which may stand for anything. A path without
/// a host is one of edX, whose exports write addresses so.
fn page_of(url: &str) -> Option<String> {
    let url = without_tracking(url.trim());
    let rest = match url.strip_prefix("https://").or_else(|| url.strip_prefix("http://")) {
        Some(rest) => rest,
        None => Some(&*url).filter(|url| url.starts_with('/'))?,
    };
    let (host, rest) = rest.split_at(rest.find(['/', '?', '#']).unwrap_or(rest.len()));
    let (path, behind) = rest.split_at(rest.find(['?', '#']).unwrap_or(rest.len()));
    let path = path.trim_matches('/').to_lowercase();
    let host = host.to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    if host.is_empty() || is_edx_host(host) {
        let path = without_language(&path);
        let moved = MOVED.iter().find_map(|(old, new)| Some(format!("{new}{}", path.strip_prefix(old)?)));
        return Some(moved.unwrap_or_else(|| path.to_owned())).filter(|path| !path.is_empty());
    }
    let behind = identifying(behind);
    (!path.is_empty() || !behind.is_empty()).then(|| format!("//{host}/{path}{behind}"))
}

/// What follows the path of an address and may tell one page from another: the query, in whatever order it is written,
/// and a fragment that is the path within an application. Any other fragment is a place on the page.
fn identifying(behind: &str) -> String {
    let (query, fragment) = behind.split_once('#').unwrap_or((behind, ""));
    let mut pairs: Vec<&str> = query.trim_start_matches('?').split('&').filter(|pair| !pair.is_empty()).collect();
    pairs.sort_unstable();
    let query = if pairs.is_empty() { String::new() } else { format!("?{}", pairs.join("&")) };
    let fragment = if fragment.starts_with(['!', '/']) { format!("#{fragment}") } else { String::new() };
    query + fragment.trim_end_matches('/')
}

/// A path on the site of edX without the language in which it shows a page, as in `es/micromasters/x`.
fn without_language(path: &str) -> &str {
    let (first, rest) = path.split_once('/').unwrap_or((path, ""));
    if !rest.is_empty() && Language::coded(first).is_some() { rest } else { path }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_the_same_wherever_the_site_moved_them() {
        let of = |url: &str| Identity::address(url);
        let slug = of("https://www.edx.org/masters/micromasters/mitx-supply-chain-management");
        for url in [
            "http://edx.org/micromasters/mitx-supply-chain-management/",
            "https://www.edx.org/micromasters/mitx-supply-chain-management?utm_source=x#top",
            "https://www.edx.org/masters/micromasters/MITx-Supply-Chain-Management",
            "https://www.edx.org/es/micromasters/mitx-supply-chain-management",
        ] {
            assert_eq!(of(url), slug, "{url}");
        }
        assert_eq!(
            of("https://www.edx.org/professional-certificate/ibm-data-science"),
            of("https://www.edx.org/certificates/professional-certificate/ibm-data-science")
        );
        assert_eq!(of("/micromasters/mitx-supply-chain-management"), slug, "exports of edX write the path alone");
        assert_ne!(of("https://a.example/es/sea"), of("https://a.example/sea"));
        assert_eq!(of("https://www.edx.org/"), None);
        assert_eq!(of("not an address"), None);
    }

    #[test]
    fn on_other_sites_the_host_and_the_query_are_part_of_an_address() {
        let of = |url: &str| Identity::address(url);
        for (url, other) in [
            ("https://ashford.example/programs/data", "https://bexley.example/programs/data"),
            ("https://acme.example/professional-certificate/x", "https://www.edx.org/professional-certificate/x"),
            ("https://s.example/program?id=17", "https://s.example/program?id=18"),
            ("https://s.example/?p=17", "https://s.example/?p=18"),
            ("https://s.example/#/program/17", "https://s.example/#/program/18"),
        ] {
            assert_ne!(of(url), of(other), "{url}");
            assert!(of(url).is_some(), "{url}");
        }
        for (url, same) in [
            ("https://www.s.example/a/b/", "http://s.example/a/b"),
            ("https://s.example/a?utm_source=x&b=1&a=2", "https://s.example/a?a=2&b=1"),
            ("https://s.example/a?gclid=x#top", "https://s.example/a"),
        ] {
            assert_eq!(of(url), of(same), "{url}");
        }
        for site in ["https://s.example/", "https://s.example/?utm_source=x", "https://s.example/#top"] {
            assert_eq!(of(site), None, "{site}");
        }
    }

    #[test]
    fn identifiers_are_known_and_spoilt_ones_are_none() {
        let uuid = "11111111-AAAA-4bbb-8ccc-000000000001";
        assert_eq!(Identity::uuid(uuid), Identity::object(&format!("program-{uuid}")));
        assert!(matches!(Identity::ctid(&format!("ce-{uuid}")), Some(Identity::Ctid(_))));
        assert_eq!(Identity::object("2.16E+11"), None);
        assert_eq!(Identity::uuid("2.16E+11"), None);
        assert!(matches!(Identity::object("program-v1:MITxT+SCM"), Some(Identity::Object(_))));
    }

    #[test]
    fn what_is_written_is_read_again() {
        for identity in [Identity::uuid("11111111-aaaa-4bbb-8ccc-000000000001"), Identity::object("course-v1:A+B")] {
            let identity = identity.expect("an identity");
            assert_eq!(identity.written().as_deref().and_then(Identity::read), Some(identity));
        }
    }
}
