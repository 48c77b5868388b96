//! Pages: everything that a person reads, as one value made once from values of the core.
//!
//! The screen, line mode, tables in a terminal, Markdown and HTML are printers of pages ([`print`](mod@print)). A page
//! knows no screen, no width and no state of the explorer, and it decides nothing that the core has not decided. A
//! printer never decides anything by reading text.

mod block;
mod comparison;
mod doc;
mod facets;
mod guide;
mod help;
mod info;
mod kept;
mod listing;
mod map;
mod phrase;
mod plan;
pub mod print;
mod program;
mod report;
mod result;
mod role;
mod similar;
mod sources;
mod table;
mod topics;
mod what_if;
mod why_not;

pub use block::{Between, Block, Field};
pub use comparison::{Rows, comparison, comparison_within};
pub use doc::{Doc, Line, Span, Stop};
pub use facets::{FacetCounts, facets};
pub use guide::{guide, guide_page, kinds_side_by_side};
pub use help::{HelpGroup, glossary, help};
pub use info::info;
pub use kept::{LOOSE_NOTES, loose_notes, person, shortlist};
pub use listing::{Names, by_name, list, name_cells, name_columns};
pub use map::{MEDIANS, map, points};
pub use phrase::{Mark, PageAction, Phrase, Target};
pub use plan::{Steps, plan};
pub use program::{decisive, program, with_similar};
pub use report::{Report, ReportKind, is_report};
pub use result::{Advised, Depth, Room, result, result_within};
pub use role::Role;
pub use similar::similar;
pub use sources::sources;
pub use table::{Align, Column, Row, Spoken, Table};
pub use what_if::{outcome_name, what_if, what_if_unchanged};
pub use why_not::why_not;

/// The purpose of a section, so that one part of a page can be asked for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Part {
    /// The facts that decide. They come first and can be printed alone.
    Lead,
    /// The list of courses.
    Courses,
    /// Where the program counts toward a degree.
    Credit,
    /// The sources of the facts.
    Sources,
    /// Everything else.
    Rest,
}

/// Blocks under a heading.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// The purpose of the section.
    pub part: Part,
    /// The heading; empty for blocks directly under the title.
    pub heading: String,
    /// The blocks, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A page: what a person reads, before it is printed.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Page {
    /// The sections, from top to bottom.
    pub sections: Vec<Section>,
}

impl Page {
    /// Returns a page whose first section holds these blocks.
    pub fn new(lead: Vec<Block>) -> Self {
        let mut page = Self::default();
        page.section(Part::Lead, "", lead);
        page
    }

    /// Adds a section without its empty blocks. Adds nothing if no block is left.
    pub fn section(&mut self, part: Part, heading: impl Into<String>, mut blocks: Vec<Block>) {
        blocks.retain(|block| !block.is_empty());
        if !blocks.is_empty() {
            self.sections.push(Section { part, heading: heading.into(), blocks });
        }
    }

    /// Returns the page without its title, for places that show a title of their own.
    #[must_use]
    pub fn untitled(mut self) -> Self {
        self.sections.iter_mut().for_each(|section| section.blocks.retain(|block| !matches!(block, Block::Title(_))));
        self
    }

    /// Returns a page of the sections whose part satisfies the condition.
    #[must_use]
    pub fn only(&self, is_wanted: impl Fn(Part) -> bool) -> Self {
        let wanted = self.sections.iter().filter(|section| is_wanted(section.part));
        Self { sections: wanted.cloned().collect() }
    }

    /// Returns the page with `change` applied to every text, such as a conversion to ASCII. Call it
    /// before anything is measured.
    #[must_use]
    pub fn map_text(mut self, change: &impl Fn(&str) -> String) -> Self {
        for section in &mut self.sections {
            section.heading = change(&section.heading);
            section.blocks.iter_mut().for_each(|block| block.map_text(change));
        }
        self
    }
}
