//! Reads where a program is taught and whether it still is.

use crate::catalog::import::draft::{self, Draft};
use crate::catalog::import::json::Value;
use crate::catalog::import::node::Node;
use crate::catalog::{Basis, Status};

pub(super) fn say_status(draft: &mut Draft, node: &Node<'_>) {
    let status = node.text("status").map(|status| status.to_lowercase());
    let is_hidden = node.flag("hidden") == Some(true);
    let (value, aside) = match status.as_deref() {
        Some("active" | "published") | None if is_hidden => (Status::Older, Some("hidden".to_owned())),
        Some("active" | "published") => (Status::Current, None),
        Some(other) => (Status::Older, Some(other.to_owned())),
        None => return without_status(draft),
    };
    draft.note("status", draft::text(value.slug()), Basis::Stated, node.at("status"), aside);
}

/// Sets the status of a record that names none: being in the export, it is presumed to be current.
pub(in super::super) fn without_status(draft: &mut Draft) {
    let aside = Some("the record names no status".to_owned());
    draft.note("status", draft::text(Status::Current.slug()), Basis::Presumed, "", aside);
}

/// Sets the platform, if the record says that it is edX. Other sources and partners are not platforms.
pub(in super::super) fn say_platform(draft: &mut Draft, node: &Node<'_>) {
    let source = node.value("product_source").map(|source| source.get("slug").unwrap_or(source));
    let names = [(source, "product_source"), (node.value("partner"), "partner")];
    let is_edx = |name: &Value<'_>| name.as_str().is_some_and(|name| name.eq_ignore_ascii_case("edx"));
    if let Some((_, key)) = names.into_iter().find(|(name, _)| name.is_some_and(is_edx)) {
        draft.say("platform", draft::text("edX"), node.at(key));
    }
}

/// Sets whether a course is still offered, according to its runs; if they do not say, it is presumed to be current.
pub(super) fn say_status_of_course(draft: &mut Draft, node: &Node<'_>) {
    let known: Vec<bool> = node.nodes("course_runs").iter().filter_map(is_offered).collect();
    if known.is_empty() {
        return without_status(draft);
    }
    let status = if known.contains(&true) { Status::Current } else { Status::Older };
    draft.derive("status", draft::text(status.slug()), node.at("course_runs"), "from its runs");
}

/// Whether a run is offered; `None` if it does not say.
fn is_offered(run: &Node<'_>) -> Option<bool> {
    let is = |key: &str, word: &str| run.text(key).map(|text| text.eq_ignore_ascii_case(word));
    let flag = run.flag("is_marketable").or_else(|| run.flag("is_enrollable"));
    let state = || match (is("status", "published"), is("availability", "archived")) {
        (Some(false), _) | (_, Some(true)) => Some(false),
        (published, archived) => published.or_else(|| archived.map(|is_over| !is_over)),
    };
    flag.or_else(state)
}
