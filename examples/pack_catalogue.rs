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
    let topics = Vocabulary::packed(&fs::read_to_string(assets.join("topics.json"))?)?;
    fs::write(assets.join("topics.bin"), &topics)?;
    // The catalogue is read by the topics that this was built with.
    if !Vocabulary::is_embedded(&topics) {
        return Err("the topics have changed; run this again, so that the catalogue is packed by the new ones".into());
    }
    let catalog = Catalog::open(&assets.join("catalog.json"))?;
    fs::write(assets.join("catalog.bin"), catalog.pack(sections::made(&catalog))?)?;
    Ok(())
}
