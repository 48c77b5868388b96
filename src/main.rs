//! Arguments to a command or to the explorer; nothing else.
fn main() {
    let start = std::time::Instant::now();
    match prospectus::catalog::Catalog::embedded() {
        Ok(catalog) => eprintln!(
            "{} programs, {} bytes, {:?}, {}",
            catalog.programs.len(),
            catalog.size_bytes(),
            start.elapsed(),
            catalog.hash()
        ),
        Err(prospectus::catalog::CatalogError::Rejected(p)) => {
            for p in p.iter().take(30) {
                eprintln!("{p}")
            }
        }
        Err(e) => eprintln!("{e}"),
    }
}
