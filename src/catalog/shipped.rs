//! The catalogue inside the program, in its compiled form. `assets/catalog.bin` is made of `assets/catalog.json` by
//! `cargo run --example pack_catalogue` and checked in, so that building the program builds no part of it twice; a test
//! fails where the two no longer agree. The program does not carry the JSON.

use super::{Catalog, CatalogError, CompiledError};

static COMPILED: &[u8] = include_bytes!("../../assets/catalog.bin");

impl Catalog {
    /// The shipped catalogue.
    pub fn embedded() -> Result<Self, CatalogError> {
        Self::unpack(COMPILED)
            .map_err(|reason: CompiledError| CatalogError::Compiled { path: "assets/catalog.bin".into(), reason })
    }
}
