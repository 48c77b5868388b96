//! Reads the curricula of a degree: the courses that it consists of, and the programs within it, which are programs of
//! their own. Only active curricula count. Curricula are recursive, and may even contain themselves.

use super::course;
use crate::catalog::import::draft::Draft;
use crate::catalog::import::found::Found;
use crate::catalog::import::node::Node;

/// The deepest nesting of curricula that is read.
const MAX_DEPTH: usize = 8;

/// The courses of the active curricula, without those of the programs within.
pub(super) fn courses(node: &Node<'_>) -> Vec<Draft> {
    let listed = active(node).into_iter().flat_map(|curriculum| curriculum.nodes("courses"));
    listed.filter_map(|listed| course::within(&listed, &[])).collect()
}

/// The programs within the active curricula.
pub(super) fn programs_within(node: &Node<'_>) -> Vec<Draft> {
    // The place of a member is its depth: every level of curricula adds to it.
    let depth = node.place().matches("/curricula").count();
    let inner: Vec<Node<'_>> = active(node).into_iter().flat_map(|curriculum| curriculum.nodes("programs")).collect();
    if depth >= MAX_DEPTH && !inner.is_empty() {
        node.remark("curricula", "is nested too deep and was not read");
        return Vec::new();
    }
    let mut programs = Vec::new();
    for program in inner {
        // Some selections of fields hold no more than the uuids.
        if let Found::Drafts(found) = super::program(&program) {
            programs.extend(found);
        }
    }
    programs
}

fn active<'v>(node: &Node<'v>) -> Vec<Node<'v>> {
    node.nodes("curricula").into_iter().filter(|curriculum| curriculum.flag("is_active") != Some(false)).collect()
}
