//! Reads the shipped catalogue with every rule of the format and packs it, with what it is searched by, into the compact
//! form that the program starts from. A catalogue that breaks a rule does not build; the messages name record and field.

mod src {
    #![allow(
        dead_code,
        unused_imports,
        unreachable_pub,
        reason = "the program uses these rooms; the build packs with them"
    )]
    pub mod catalog;
    pub mod files;
    pub mod search;
}

use src::{catalog, files, search};

use std::path::Path;

use catalog::{Catalog, CatalogError};
use search::Index;

const SHIPPED: &str = "assets/catalog.json";

fn main() {
    for read in [
        "build.rs",
        "src/catalog.rs",
        "src/catalog",
        "src/files.rs",
        "src/files",
        "src/search.rs",
        "src/search",
        SHIPPED,
    ] {
        println!("cargo::rerun-if-changed={read}");
    }
    if let Err(message) = pack() {
        println!("cargo::error={}", message.replace('\n', " "));
    }
}

fn pack() -> Result<(), String> {
    let catalog = Catalog::open(Path::new(SHIPPED)).map_err(|error| explained(&error))?;
    let bytes = catalog.pack(Index::sections(&catalog)).map_err(|error| error.to_string())?;
    let folder = std::env::var_os("OUT_DIR").ok_or("cargo names no OUT_DIR")?;
    std::fs::write(Path::new(&folder).join("catalog.bin"), bytes).map_err(|error| error.to_string())
}

fn explained(error: &CatalogError) -> String {
    let CatalogError::Rejected(problems) = error else { return format!("{SHIPPED}: {error}") };
    let first = problems.first().map(ToString::to_string).unwrap_or_default();
    format!("{SHIPPED}: {error}; the first: {first}")
}
