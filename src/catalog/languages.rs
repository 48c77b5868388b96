//! Languages by their English names, which are those of a catalogue, and what else they are called: codes and own names.
//! A language that is not listed here goes by the name that its catalogue gives it.

/// What languages are called besides their English name.
pub const LANGUAGES: [(&str, &[&str]); 12] = [
    ("Arabic", &["ar", "العربية"]),
    ("Chinese", &["zh", "中文", "mandarin"]),
    ("English", &["en", "inglés"]),
    ("French", &["fr", "français"]),
    ("German", &["de", "deutsch"]),
    ("Hindi", &["hi"]),
    ("Italian", &["it", "italiano"]),
    ("Japanese", &["ja", "日本語"]),
    ("Korean", &["ko"]),
    ("Portuguese", &["pt", "português"]),
    ("Russian", &["ru", "русский"]),
    ("Spanish", &["es", "español", "castellano"]),
];
