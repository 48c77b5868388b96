//! Reads programs of the programs service, which kept them before course-discovery did: courses are course codes there,
//! and names are display names.

use super::course::{course_key, identity_of};
use super::status;
use crate::catalog::Basis;
use crate::catalog::import::draft::{self, Draft, School};
use crate::catalog::import::found::Found;
use crate::catalog::import::identity::Identity;
use crate::catalog::import::node::Node;
use crate::catalog::import::vocabulary;

/// Reads a program.
pub(in super::super) fn program(node: &Node<'_>) -> Found {
    let Some(title) = node.text("name") else {
        return Found::Rejected("the program has no name".to_owned());
    };
    let mut draft = Draft::program(title);
    let slug = node.text("marketing_slug").and_then(|slug| Identity::address(&format!("/{slug}")));
    draft.identities.extend(node.text("uuid").and_then(|uuid| Identity::uuid(&uuid)).into_iter().chain(slug));
    (draft.schools, draft.schools_at) = schools(node);
    draft.as_of = node.moment("modified");
    match node.text("category") {
        Some(name) => draft.say_kind(&vocabulary::kind(&name), Basis::Stated, node.at("category"), None),
        None => super::without_kind(&mut draft),
    }
    status::say_status(&mut draft, node);
    let codes = node.nodes("course_codes");
    draft.courses = codes.iter().filter_map(course).collect();
    draft.say("courses", draft::count(codes.len() as f64), node.at("course_codes"));
    Found::draft(draft)
}

/// The course of a course code, by the key that its runs share; `None` if it has neither name nor key.
fn course(node: &Node<'_>) -> Option<Draft> {
    let number = node.text("key");
    let Some(title) = node.text("display_name").or_else(|| number.clone()) else {
        node.remark("display_name", "is missing, and so is the key");
        return None;
    };
    let mut draft = Draft::course(title);
    (draft.schools, draft.schools_at) = schools(node);
    let runs = node.nodes("run_modes");
    let of_run = runs.iter().find_map(|run| course_key(&run.text("course_key")?));
    let org = || draft.schools.first()?.key.clone();
    let of_number = || Some(format!("{}+{}", org()?, number?));
    let key = of_run.or_else(of_number);
    draft.identities.extend(key.as_deref().and_then(identity_of));
    Some(draft)
}

/// The organizations of a program or a course, and where they are named.
fn schools(node: &Node<'_>) -> (Vec<School>, String) {
    let list = if node.has("organizations") { "organizations" } else { "organization" };
    let named = node.nodes(list).into_iter().map(|one| School { key: one.text("key"), name: one.text("display_name") });
    (named.filter(|school| school.key.is_some() || school.name.is_some()).collect(), node.at(list).into())
}
