//! Names that people type for facet values: slugs, labels, aliases and abbreviations, whatever their case and accents.
