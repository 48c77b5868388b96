//! Builds `assets/topics.bin` from `assets/topics.json` and `assets/catalog.bin` from `assets/catalog.json`:
//! `cargo run --example pack_catalogue`. Run it after a change of either JSON file, of the layout of a
//! record, or of the search index.

use std::error::Error;
use std::fs;
use std::path::Path;

use prospectus::catalog::Catalog;
use prospectus::sections;
use prospectus::topics::Vocabulary;

fn main() -> Result<(), Box<dyn Error>> {
    let assets = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets");
    fs::write(assets.join("topics.bin"), Vocabulary::packed()?)?;
    let catalog = Catalog::open(&assets.join("catalog.json"))?;
    fs::write(assets.join("catalog.bin"), catalog.pack(sections::made(&catalog))?)?;
    Ok(())
}
