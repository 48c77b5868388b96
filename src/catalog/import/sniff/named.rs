//! Members that only the records of one named format have. One of them alone proves nothing: the export of any school may
//! have a `uuid` or a `readable_id`. Several together, or an identifier in a form that only that format gives, do.

use super::{Shape, text};
use crate::catalog::import::json::{Map, Value};

/// The fewest members of a format that prove it together.
const ENOUGH: usize = 2;

#[rustfmt::skip] // a table reads by its rows
const DISCOVERY: [&str; 48] = [
    "type_attrs", "authoring_organizations", "authoring_organization_uuids", "marketing_slug", "marketing_hook",
    "price_ranges", "curricula", "credit_backing_organizations", "credit_redemption_overview", "credit_value",
    "course_runs", "course_run_statuses", "course_type", "entitlements", "seats", "content_type", "aggregation_key",
    "data_modified_timestamp", "card_image_url", "banner_image", "weeks_to_complete", "weeks_to_complete_min",
    "weeks_to_complete_max", "min_hours_effort_per_week", "max_hours_effort_per_week", "min_effort", "max_effort",
    "total_hours_of_effort", "level_type", "level_type_override", "language_override", "primary_subject_override",
    "program_duration_override", "pacing_type", "run_type", "is_enrollable", "is_marketable", "excluded_from_search",
    "excluded_from_seo", "subscription_eligible", "subscription_prices", "applicable_seat_types", "product_source",
    "first_enrollable_paid_seat_price", "transcript_languages", "content_language", "url_slug", "fixed_price_usd",
];

#[rustfmt::skip] // a table reads by its rows
const INDEX: [&str; 37] = [
    "objectID", "product", "product_name", "product_type", "product_uuid", "product_key", "product_slug",
    "product_source", "partner_keys", "primary_description", "secondary_description", "tertiary_description",
    "availability_rank", "active_run_key", "active_run_start", "active_run_type", "active_course_run", "allowed_in",
    "blocked_in", "learning_type", "learning_type_exp", "learning_type_v2", "ai_languages", "contentful_fields",
    "course_titles", "course_details", "course_keys", "content_type", "aggregation_key", "weeks_to_complete",
    "min_effort", "max_effort", "level_type", "skill_names", "recent_enrollment_count", "program_titles",
    "advertised_course_run",
];

#[rustfmt::skip] // a table reads by its rows
const MIT: [&str; 36] = [
    "readable_id", "req_tree", "courseruns", "enrollment_modes", "min_weekly_hours", "max_weekly_hours",
    "time_commitment", "min_weeks", "max_weeks", "min_price", "max_price", "departments", "resource_type",
    "resource_prices", "certification_type", "offered_by", "continuing_ed_credits", "course_certificate",
    "run__readable_id", "learning_path_parents", "course_feature", "ocw_topics", "professional", "completeness",
    "best_run_id", "next_start_date", "next_run_id", "lead_instructors", "node_id", "enrollment_end_date", "runs",
    "platform", "learning_format", "live", "page", "program_type",
];

/// Whether the members of a record prove the format of a shape; true for shapes of no named format.
pub(super) fn is_sure(map: &Map<'_>, shape: Shape) -> bool {
    let has = |own: &[&str]| map.keys().filter(|key| own.contains(key)).take(ENOUGH).count();
    let is_key = usize::from(text(map, "key").contains('+'));
    // Nothing else holds the runs of its courses, each with a key.
    let has_runs = || {
        let first = map.get("course_runs").and_then(Value::as_array).and_then(|runs| runs.first());
        first.and_then(Value::as_object).is_some_and(|run| run.contains_key("key"))
    };
    let begins = |key: &str, starts: &[&str]| starts.iter().any(|start| text(map, key).starts_with(start));
    match shape {
        Shape::DiscoveryProgram | Shape::DiscoveryCourse | Shape::DiscoveryRun => {
            begins("key", &["course-v1:"]) || has_runs() || has(&DISCOVERY) + is_key >= ENOUGH
        }
        Shape::PublicIndex | Shape::EnterpriseIndex => {
            begins("objectID", &["program-", "course-"]) || has(&INDEX) >= ENOUGH
        }
        Shape::OnlineProgram | Shape::OnlineCourse | Shape::Learn => {
            begins("readable_id", &["program-v1:", "course-v1:"]) || has(&MIT) >= ENOUGH
        }
        _ => true,
    }
}

/// Members by which plain records say what the records of named formats say otherwise.
#[rustfmt::skip] // a table reads by its rows
const PLAIN: [&str; 24] = [
    "school", "schools", "school_name", "university", "universities", "institution", "institutions", "college",
    "provider", "providers", "cost", "costs", "fee", "fees", "tuition", "months", "credential", "credential_type",
    "award", "qualification", "price", "duration", "length", "hours",
];
/// Those of them that MIT's records have too.
const OF_MIT: [&str; 3] = ["price", "duration", "length"];

/// The members of a record of a named format that this format does not have, and that say something of a program.
pub(in super::super) fn strange<'m>(map: &'m Map<'_>, shape: Shape) -> impl Iterator<Item = &'m str> {
    let is_of_mit = matches!(shape, Shape::OnlineProgram | Shape::OnlineCourse | Shape::Learn);
    let is_named = is_of_mit || !matches!(shape, Shape::Flat | Shape::DiscoveryPathway | Shape::ServiceProgram);
    let says = |value: &Value<'_>| match value {
        Value::Null => false,
        Value::String(text) => !text.trim().is_empty(),
        Value::Array(items) => !items.is_empty(),
        _ => true,
    };
    let found = map.iter().filter(move |(key, value)| is_named && PLAIN.contains(key) && says(value));
    found.map(|(key, _)| key).filter(move |key| !(is_of_mit && OF_MIT.contains(key)))
}
