//! The arithmetic and the decisions of the adviser: from answers and a catalogue to typed results. It makes no sentence.
//!
//! [`Engine`] works out every program under a set of answers; a [`Case`] is one such evaluation with what it was made
//! from; `assemble` puts the whole result together, `why_not` answers about one program.

pub(crate) mod alternatives;
pub(crate) mod assemble;
pub(crate) mod caveats;
pub(crate) mod changes;
pub(crate) mod criteria;
pub(crate) mod evaluate;
pub(crate) mod evidence;
pub(crate) mod features;
pub(crate) mod limits;
pub(crate) mod not_found;
pub(crate) mod notes;
pub(crate) mod points;
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
pub(crate) use view::{Case, View};
