//! What a record says when it is of a format whose records stand alone: which shape it has and what its reader makes of
//! it. Records of linked data and pages within pages are none of these.

use crate::catalog::import::Format;
use crate::catalog::import::found::Found;
use crate::catalog::import::json::{Map, Value};
use crate::catalog::import::node::{Node, Remarks};
use crate::catalog::import::sniff::{self, Shape};
use crate::catalog::import::{camel, discovery, flat, index, mit};

/// What was made of a record.
#[derive(Debug)]
pub(super) struct Reading {
    pub(super) found: Found,
    pub(super) remarks: Remarks,
    /// What its document is, in words.
    pub(super) format: &'static str,
}

impl Reading {
    /// Of the text of a record, if it stands alone.
    pub(super) fn of_text(text: &[u8], format: Option<Format>) -> Option<Self> {
        let value: Value<'_> = serde_json::from_slice(text).ok()?;
        let map = value.as_object()?;
        Self::in_camel_case(map, format).or_else(|| Self::of(map, shape(map, format)))
    }

    /// Of a record that stands alone and whose members are named in camel case.
    pub(super) fn in_camel_case(map: &Map<'_>, format: Option<Format>) -> Option<Self> {
        if !camel::is_camel(map) {
            return None;
        }
        let value = camel::snaked(&Value::Object(map.clone()));
        let map = value.as_object()?;
        let mut reading = Self::of(map, shape(map, format))?;
        if let Found::Drafts(drafts) = &mut reading.found {
            camel::restore_places(drafts);
        }
        let remarks = Remarks::default();
        for (at, remark) in reading.remarks.into_inner() {
            remarks.add(camel::restored(&at), remark);
        }
        Some(Self { remarks, found: reading.found, format: reading.format })
    }

    /// Of a record of that shape, if it stands alone.
    pub(super) fn of(map: &Map<'_>, shape: Shape) -> Option<Self> {
        const DISCOVERY: &str = "Open edX course-discovery";
        let remarks = Remarks::default();
        let node = Node::new(map, &remarks);
        let (found, format) = match shape {
            Shape::DiscoveryProgram => (discovery::program(&node), DISCOVERY),
            Shape::DiscoveryCourse => (discovery::course::course(&node), DISCOVERY),
            Shape::DiscoveryRun => (discovery::course::run(&node), DISCOVERY),
            Shape::DiscoveryPathway => (discovery::pathway(&node), DISCOVERY),
            Shape::ServiceProgram => (discovery::service::program(&node), "Open edX programs service"),
            Shape::Flat => (flat::record(map, &remarks), "table as JSON"),
            Shape::PublicIndex => (index::public(&node), "edX search index"),
            Shape::EnterpriseIndex => (index::enterprise(&node), "edX enterprise index"),
            Shape::OnlineProgram => (mit::online_program(&node), "MITx Online"),
            Shape::OnlineCourse => (mit::online_course(&node), "MITx Online"),
            Shape::Learn => (mit::learn(&node), "MIT Learn"),
            Shape::SchemaOrg
            | Shape::Ctdl
            | Shape::Page(_)
            | Shape::LeftOut(_)
            | Shape::Refused(_)
            | Shape::Unknown => return None,
        };
        let strange: Vec<&str> = sniff::strange(map, shape).collect();
        if !strange.is_empty() {
            remarks.add("", format!("members that {format} does not have were ignored: {}", strange.join(", ")));
        }
        Some(Self { found, remarks, format })
    }
}

/// The shape of a record; where its format is given, what it is not told by counts as that.
pub(super) fn shape(map: &Map<'_>, format: Option<Format>) -> Shape {
    let found = sniff::shape(map);
    if matches!(found, Shape::Refused(_) | Shape::Page(_)) {
        return found;
    }
    match format {
        Some(Format::Discovery) => as_discovery(map, found),
        Some(Format::Index) if found != Shape::EnterpriseIndex => Shape::PublicIndex,
        Some(Format::SchemaOrg) => Shape::SchemaOrg,
        Some(Format::Ctdl) => Shape::Ctdl,
        Some(Format::MitLearn) => Shape::Learn,
        Some(Format::MitxOnline) if found != Shape::OnlineCourse => Shape::OnlineProgram,
        _ => found,
    }
}

fn as_discovery(map: &Map<'_>, found: Shape) -> Shape {
    let is_other = matches!(
        found,
        Shape::Unknown | Shape::Learn | Shape::OnlineProgram | Shape::OnlineCourse | Shape::PublicIndex
    );
    match is_other {
        true if map.contains_key("course_runs") => Shape::DiscoveryCourse,
        true => Shape::DiscoveryProgram,
        false => found,
    }
}
