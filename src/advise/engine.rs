//! The calculations and decisions of the adviser: from answers and a catalogue to typed results, without sentences.
//!
//! [`Engine`] evaluates all programs under a set of answers. A [`Case`] is one such evaluation with its inputs.
//! `assemble` builds the whole result, and `why_not` answers questions about a single program.

pub(crate) mod alternatives;
pub(crate) mod assemble;
mod best;
pub(crate) mod caveats;
pub(crate) mod changes;
pub(crate) mod criteria;
pub(crate) mod evaluate;
pub(crate) mod evidence;
pub(crate) mod features;
mod groups;
pub(crate) mod limits;
pub(crate) mod not_found;
pub(crate) mod notes;
pub(crate) mod on_record;
pub(crate) mod order;
mod parts;
pub(crate) mod points;
mod quick;
mod recorded;
pub(crate) mod rounding;
mod series;
pub(crate) mod stability;
mod stack;
pub(crate) mod steps;
pub(crate) mod verdict;
pub(crate) mod view;
pub(crate) mod warnings;
pub(crate) mod why_not;

pub(crate) use evaluate::Engine;
pub use recorded::FEATURES;
pub(crate) use view::{Case, View};
