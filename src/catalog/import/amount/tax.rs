//! Whether an amount includes tax, according to the words around it.

use super::each::words;
use crate::catalog::Tax;

const TAXES: [&str; 12] = ["vat", "tax", "taxes", "gst", "mwst", "ust", "tva", "iva", "dph", "taxe", "btw", "moms"];

/// Words beside the name of a tax that is not in the amount, and of one that is.
#[rustfmt::skip] // a table reads by its rows
const OUT: [&str; 17] = [
    "excl", "excluding", "exclusive", "ex", "before", "without", "plus", "zzgl", "hors", "sin", "senza", "bez", "exkl",
    "esclusa", "no", "não", "sem",
];
#[rustfmt::skip] // a table reads by its rows
const IN: [&str; 15] = [
    "incl", "including", "inclusive", "included", "with", "inkl", "mit", "con", "comprise", "inclusa", "incluido",
    "incluida", "incluído", "com", "s",
];

/// Whether an amount includes tax, according to the text around it; `None` if it does not say.
pub(in super::super) fn tax(text: &str) -> Option<Tax> {
    let words = words(text);
    let has = |all: &[&str]| all.iter().any(|word| words.iter().any(|own| own == word));
    let names_tax = has(&TAXES);
    let excludes = has(&OUT) || text.contains('+');
    match () {
        () if has(&["net", "netto", "ht"]) || (names_tax && excludes) => Some(Tax::Excluded),
        () if has(&["gross", "brutto", "ttc"]) || (names_tax && has(&IN)) => Some(Tax::Included),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tax_is_in_or_out_where_it_is_named() {
        for text in
            ["Price excl. VAT (EUR)", "Prix HT", "1.000 € zzgl. MwSt.", "€1,200 + VAT", "Net price", "900 € excl. btw"]
        {
            assert_eq!(tax(text), Some(Tax::Excluded), "{text}");
        }
        for text in ["Price incl. VAT", "Prix TTC", "inkl. MwSt.", "IVA incluido", "Bruttopreis (brutto)"] {
            assert_eq!(tax(text), Some(Tax::Included), "{text}");
        }
        assert_eq!(tax("Price"), None);
    }
}
