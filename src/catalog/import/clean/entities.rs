//! The entities of HTML: characters by name and by number. The names are those of Latin-1, which are a fixed list, and
//! those of other letters and signs that occur in texts about courses.

/// The names of the characters from U+00A0 to U+00FF, in order.
#[rustfmt::skip] // a table reads by its rows
const LATIN: [&str; 96] = [
    "nbsp", "iexcl", "cent", "pound", "curren", "yen", "brvbar", "sect", "uml", "copy", "ordf", "laquo", "not", "shy",
    "reg", "macr", "deg", "plusmn", "sup2", "sup3", "acute", "micro", "para", "middot", "cedil", "sup1", "ordm",
    "raquo", "frac14", "frac12", "frac34", "iquest", "Agrave", "Aacute", "Acirc", "Atilde", "Auml", "Aring", "AElig",
    "Ccedil", "Egrave", "Eacute", "Ecirc", "Euml", "Igrave", "Iacute", "Icirc", "Iuml", "ETH", "Ntilde", "Ograve",
    "Oacute", "Ocirc", "Otilde", "Ouml", "times", "Oslash", "Ugrave", "Uacute", "Ucirc", "Uuml", "Yacute", "THORN",
    "szlig", "agrave", "aacute", "acirc", "atilde", "auml", "aring", "aelig", "ccedil", "egrave", "eacute", "ecirc",
    "euml", "igrave", "iacute", "icirc", "iuml", "eth", "ntilde", "ograve", "oacute", "ocirc", "otilde", "ouml",
    "divide", "oslash", "ugrave", "uacute", "ucirc", "uuml", "yacute", "thorn", "yuml",
];

/// Names of other characters.
#[rustfmt::skip] // a table reads by its rows
const OTHERS: [(&str, char); 73] = [
    ("amp", '&'), ("lt", '<'), ("gt", '>'), ("quot", '"'), ("apos", '\''), ("ndash", '–'), ("mdash", '—'),
    ("lsquo", '‘'), ("rsquo", '’'), ("sbquo", '‚'), ("ldquo", '“'), ("rdquo", '”'), ("bdquo", '„'), ("lsaquo", '‹'),
    ("rsaquo", '›'), ("hellip", '…'), ("bull", '•'), ("trade", '™'), ("euro", '€'), ("prime", '′'), ("minus", '−'),
    ("ensp", ' '), ("emsp", ' '), ("thinsp", ' '), ("OElig", 'Œ'), ("oelig", 'œ'), ("Scaron", 'Š'), ("scaron", 'š'),
    ("Yuml", 'Ÿ'), ("Zcaron", 'Ž'), ("zcaron", 'ž'), ("Ccaron", 'Č'), ("ccaron", 'č'), ("Dcaron", 'Ď'), ("dcaron", 'ď'),
    ("Ecaron", 'Ě'), ("ecaron", 'ě'), ("Ncaron", 'Ň'), ("ncaron", 'ň'), ("Rcaron", 'Ř'), ("rcaron", 'ř'),
    ("Tcaron", 'Ť'), ("tcaron", 'ť'), ("Uring", 'Ů'), ("uring", 'ů'), ("Aogon", 'Ą'), ("aogon", 'ą'), ("Cacute", 'Ć'),
    ("cacute", 'ć'), ("Eogon", 'Ę'), ("eogon", 'ę'), ("Lstrok", 'Ł'), ("lstrok", 'ł'), ("Nacute", 'Ń'), ("nacute", 'ń'),
    ("Sacute", 'Ś'), ("sacute", 'ś'), ("Zacute", 'Ź'), ("zacute", 'ź'), ("Zdot", 'Ż'), ("zdot", 'ż'), ("Abreve", 'Ă'),
    ("abreve", 'ă'), ("Scedil", 'Ş'), ("scedil", 'ş'), ("Gbreve", 'Ğ'), ("gbreve", 'ğ'), ("Idot", 'İ'), ("inodot", 'ı'),
    ("Odblac", 'Ő'), ("odblac", 'ő'), ("Udblac", 'Ű'), ("udblac", 'ű'),
];

/// The character of an entity, given without its `&` and `;`.
pub(super) fn entity(name: &str) -> Option<char> {
    let Some(number) = name.strip_prefix('#') else { return named(name) };
    let code = match number.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => number.parse().ok()?,
    };
    // On the web, numeric entities in the range of the C1 controls mean characters of Windows-1252.
    match code {
        0x80..=0x9f => encoding_rs::WINDOWS_1252.decode_without_bom_handling(&[code as u8]).0.chars().next(),
        code => char::from_u32(code),
    }
}

fn named(name: &str) -> Option<char> {
    let latin = || LATIN.iter().position(|known| *known == name).and_then(|at| char::from_u32(0xa0 + at as u32));
    let other = || OTHERS.iter().find(|(known, _)| *known == name).map(|(_, c)| *c);
    latin().or_else(other)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_numbers_mean_their_characters() {
        for (name, c) in [
            ("amp", '&'),
            ("nbsp", '\u{a0}'),
            ("frac12", '½'),
            ("Eacute", 'É'),
            ("Uuml", 'Ü'),
            ("szlig", 'ß'),
            ("oslash", 'ø'),
            ("yuml", 'ÿ'),
            ("euro", '€'),
            ("ccaron", 'č'),
            ("#233", 'é'),
            ("#xE9", 'é'),
            ("#133", '…'),
        ] {
            assert_eq!(entity(name), Some(c), "{name}");
        }
        assert_eq!((entity("EACUTE"), entity("unknown"), entity("#xD800")), (None, None, None));
    }
}
