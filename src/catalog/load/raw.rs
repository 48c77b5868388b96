//! The structure of a catalogue file, as serde deserializes it. The parser rejects unknown names and wrong types;
//! `check` and `value` decide which values are allowed.

use serde::Deserialize;

use crate::catalog::Text;

/// The top-level keys of a catalogue file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(field_identifier, rename_all = "snake_case")]
pub(super) enum Key {
    Format,
    Name,
    AsOf,
    Sources,
    Institutions,
    Courses,
    Programs,
}

impl Key {
    pub(super) const ALL: [Self; 7] =
        [Self::Format, Self::Name, Self::AsOf, Self::Sources, Self::Institutions, Self::Courses, Self::Programs];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Format => "format",
            Self::Name => "name",
            Self::AsOf => "as_of",
            Self::Sources => Array::Sources.name(),
            Self::Institutions => Array::Institutions.name(),
            Self::Courses => Array::Courses.name(),
            Self::Programs => Array::Programs.name(),
        }
    }
}

/// The arrays of records in a catalogue file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Array {
    Sources,
    Institutions,
    Courses,
    Programs,
}

impl Array {
    pub(super) const ALL: [Self; 4] = [Self::Sources, Self::Institutions, Self::Courses, Self::Programs];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Sources => "sources",
            Self::Institutions => "institutions",
            Self::Courses => "courses",
            Self::Programs => "programs",
        }
    }

    /// The arrays whose records are cited by those of this one. A file may hold the arrays in any order.
    pub(super) fn cites(self) -> &'static [Self] {
        match self {
            Self::Sources | Self::Institutions => &[],
            Self::Courses => &[Self::Sources, Self::Institutions],
            Self::Programs => &[Self::Sources, Self::Institutions, Self::Courses],
        }
    }
}

/// The values of a catalogue file other than its arrays.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) format: Text,
    pub(super) name: Text,
    pub(super) as_of: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a source")]
pub(super) struct RawSource {
    pub(super) id: Text,
    pub(super) title: Text,
    pub(super) as_of: Text,
    pub(super) grade: Text,
    pub(super) licence: Text,
    pub(super) url: Option<Text>,
    pub(super) platform: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "an institution")]
pub(super) struct RawInstitution {
    pub(super) key: Text,
    pub(super) name: Text,
    pub(super) short: Text,
    pub(super) aliases: Vec<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a claim")]
pub(super) struct RawClaim<V> {
    pub(super) value: Option<V>,
    pub(super) low: Option<f64>,
    pub(super) high: Option<f64>,
    pub(super) unit: Option<Text>,
    pub(super) currency: Option<Text>,
    pub(super) what: Option<Text>,
    pub(super) tax: Option<Text>,
    pub(super) basis: Option<Text>,
    pub(super) source: Option<Text>,
    pub(super) as_of: Option<Text>,
    pub(super) grade: Option<Text>,
    pub(super) note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "the topics of a program")]
pub(super) struct RawTopics {
    #[serde(default)]
    pub(super) about: Vec<Text>,
    #[serde(default)]
    pub(super) part: Vec<Text>,
}

pub(super) type Raw<V> = Vec<RawClaim<V>>;

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a course")]
pub(super) struct RawCourse {
    pub(super) id: Text,
    pub(super) title: Text,
    #[serde(default)]
    pub(super) identifiers: Vec<Text>,
    pub(super) institution: Option<Text>,
    #[serde(default)]
    pub(super) weeks: Raw<f64>,
    #[serde(default)]
    pub(super) workload: Raw<f64>,
    #[serde(default)]
    pub(super) price: Raw<f64>,
    #[serde(default)]
    pub(super) pacing: Raw<Text>,
    #[serde(default)]
    pub(super) level: Raw<Text>,
    pub(super) url: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a course of a program")]
pub(super) struct RawCourseUse {
    pub(super) course: Text,
    pub(super) r#match: Text,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a pathway")]
pub(super) struct RawPathway {
    pub(super) counts: Text,
    pub(super) institution: Text,
    pub(super) program: Option<Text>,
    pub(super) amount: Option<Text>,
    pub(super) condition: Option<Text>,
    pub(super) status: Text,
    pub(super) as_of: Text,
    pub(super) source: Text,
    pub(super) note: Option<Text>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, expecting = "a program")]
pub(super) struct RawProgram {
    pub(super) id: Text,
    pub(super) title: Text,
    #[serde(default)]
    pub(super) identifiers: Vec<Text>,
    #[serde(default)]
    pub(super) kind: Raw<Text>,
    #[serde(default)]
    pub(super) institutions: Raw<Vec<Text>>,
    #[serde(default)]
    pub(super) fields: Raw<Vec<Text>>,
    #[serde(default)]
    pub(super) topics: Raw<RawTopics>,
    #[serde(default)]
    pub(super) level: Raw<Vec<Text>>,
    #[serde(default)]
    pub(super) languages: Raw<Vec<Text>>,
    #[serde(default)]
    pub(super) status: Raw<Text>,
    #[serde(default)]
    pub(super) platform: Raw<Text>,
    #[serde(default)]
    pub(super) seen: Raw<Text>,
    #[serde(default)]
    pub(super) successors: Raw<Vec<Text>>,
    #[serde(default)]
    pub(super) courses: Raw<f64>,
    #[serde(default)]
    pub(super) length: Raw<f64>,
    #[serde(default)]
    pub(super) study_weeks: Raw<f64>,
    #[serde(default)]
    pub(super) effort: Raw<f64>,
    #[serde(default)]
    pub(super) workload: Raw<f64>,
    #[serde(default)]
    pub(super) price: Raw<f64>,
    #[serde(default)]
    pub(super) course_price: Raw<f64>,
    #[serde(default)]
    pub(super) exam_price: Raw<f64>,
    #[serde(default)]
    pub(super) other_price: Raw<f64>,
    #[serde(default)]
    pub(super) credit: Raw<Text>,
    #[serde(default)]
    pub(super) pacing: Raw<Vec<Text>>,
    #[serde(default)]
    pub(super) exam: Raw<Text>,
    #[serde(default)]
    pub(super) proctored: Raw<bool>,
    #[serde(default)]
    pub(super) pass_mark: Raw<f64>,
    #[serde(default)]
    pub(super) prerequisites: Raw<Text>,
    #[serde(default)]
    pub(super) capstone: Raw<Text>,
    #[serde(default)]
    pub(super) former_name: Raw<Text>,
    #[serde(default)]
    pub(super) remark: Raw<Text>,
    #[serde(default)]
    pub(super) skills: Raw<Vec<Text>>,
    #[serde(default)]
    pub(super) url: Raw<Text>,
    #[serde(default)]
    pub(super) course_list: Vec<RawCourseUse>,
    #[serde(default)]
    pub(super) pathways: Vec<RawPathway>,
}
