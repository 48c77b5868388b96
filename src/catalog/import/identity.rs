//! By what two records are known to be of the same program or course: an identifier before an address, an address before
//! a name, and a title alone never. Which records these join is the business of `group`.

/// A mark of identity; the smaller is the stronger.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Identity {
    /// The uuid of course-discovery, in small letters.
    Uuid(String),
    /// The identifier of the Credential Registry, `ce-` and a uuid.
    Ctid(String),
    /// The identifier of an index or of a platform, such as `program-v1:MITxT+SCM` or a course key.
    Object(String),
    /// The address without what moves: host, query, trailing slash, old folders.
    Address(String),
}

impl Identity {
    /// Who gives the ids of catalogues of this program.
    pub(super) const OWN: &'static str = "prospectus";

    /// How strong it is: 0 is the strongest.
    pub(super) fn rank(&self) -> usize {
        match self {
            Self::Uuid(_) => 0,
            Self::Ctid(_) => 1,
            Self::Object(_) => 2,
            Self::Address(_) => 3,
        }
    }

    /// What it is known by among those of its strength.
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Uuid(text) | Self::Ctid(text) | Self::Object(text) | Self::Address(text) => text,
        }
    }

    /// A uuid, if it looks like one. What a spreadsheet made of one, such as `2.16E+11`, is none.
    pub(super) fn uuid(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_uuid = text.split('-').map(str::len).eq([8, 4, 4, 4, 12])
            && text.bytes().all(|byte| byte == b'-' || byte.is_ascii_hexdigit());
        is_uuid.then(|| Self::Uuid(text.to_ascii_lowercase()))
    }

    /// An identifier of the Credential Registry.
    pub(super) fn ctid(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let is_ctid = text.strip_prefix("ce-").and_then(Self::uuid).is_some();
        is_ctid.then_some(Self::Ctid(text))
    }

    /// Any other identifier; of `program-<uuid>` and `program:<uuid>` the uuid.
    pub(super) fn object(text: &str) -> Option<Self> {
        let text = text.trim();
        if let found @ Some(_) = Self::uuid(text) {
            return found;
        }
        let bare = ["program-", "program:", "course-", "course:"].iter().find_map(|prefix| text.strip_prefix(prefix));
        bare.and_then(Self::uuid).or_else(|| {
            let is_name = text.chars().any(char::is_alphanumeric) && !is_spoilt(text) && text.len() <= 200;
            is_name.then(|| Self::Object(text.to_owned()))
        })
    }

    /// The part of an address that stays when a site is moved about.
    pub(super) fn address(url: &str) -> Option<Self> {
        let path = path_of(url)?;
        (!path.is_empty()).then_some(Self::Address(path))
    }

    /// As it is written into a catalogue.
    pub(super) fn written(&self) -> Option<String> {
        match self {
            Self::Uuid(id) => Some(format!("uuid:{id}")),
            Self::Ctid(id) => Some(format!("ctid:{id}")),
            // The id of a record stands in the record.
            Self::Object(id) if id.split_once(' ').is_some_and(|(giver, _)| giver == Self::OWN) => None,
            Self::Object(id) => Some(format!("id:{id}")),
            // The addresses are facts of their own.
            Self::Address(_) => None,
        }
    }

    /// From what is written in a catalogue.
    pub(super) fn read(written: &str) -> Option<Self> {
        let (name, id) = written.split_once(':')?;
        match name {
            "uuid" => Self::uuid(id),
            "ctid" => Self::ctid(id),
            "id" => Some(Self::Object(id.to_owned())),
            _ => None,
        }
    }
}

/// What a spreadsheet makes of a long number.
pub(super) fn is_spoilt(id: &str) -> bool {
    let id = id.trim();
    id.split_once("E+").is_some_and(|(digits, power)| {
        let is_number =
            |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit() || b == b'.' || b == b',');
        is_number(digits) && is_number(power)
    })
}

/// The folders of edX that moved, each with where it is now.
const MOVED: [(&str, &str); 4] = [
    ("micromasters/", "masters/micromasters/"),
    ("professional-certificate/", "certificates/professional-certificate/"),
    ("microbachelors/", "bachelors/microbachelors/"),
    ("xseries/", "certificates/xseries/"),
];

/// The path of an address in small letters, with its folders where they are today.
fn path_of(url: &str) -> Option<String> {
    let url = url.trim();
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let path = match rest {
        Some(rest) => rest.split_once('/').map_or("", |(_, path)| path),
        None if url.starts_with('/') => &url[1..],
        None => return None,
    };
    let path = path.split(['?', '#']).next().unwrap_or_default().trim_matches('/').to_lowercase();
    let moved = MOVED.iter().find_map(|(old, new)| Some(format!("{new}{}", path.strip_prefix(old)?)));
    Some(moved.unwrap_or(path))
}

/// The host of an address.
pub(super) fn host_of(url: &str) -> Option<String> {
    let rest = url.trim().split_once("://")?.1;
    let host = rest.split(['/', '?', '#']).next()?.to_lowercase();
    Some(host.strip_prefix("www.").map(str::to_owned).unwrap_or(host))
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
        ] {
            assert_eq!(of(url), slug, "{url}");
        }
        assert_eq!(
            of("https://www.edx.org/professional-certificate/ibm-data-science"),
            of("https://www.edx.org/certificates/professional-certificate/ibm-data-science")
        );
        assert_eq!(of("https://www.edx.org/"), None);
        assert_eq!(of("not an address"), None);
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
