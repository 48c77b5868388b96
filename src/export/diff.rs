//! What changed between two catalogues, as JSON and in words.

use serde_json::{Value, json};

use crate::catalog::{Catalog, Certainty, Change, Difference, Moved, Named, Renamed};

/// The changes as JSON.
pub fn difference_json(old: &Catalog, new: &Catalog, difference: &Difference) -> Value {
    let renamed = |one: &Renamed| {
        json!({"old_id": one.old.id, "id": one.new.id, "old_title": one.old.title, "title": one.new.title,
            "guess": one.certainty == Certainty::Guessed})
    };
    let moved = |one: &Moved| json!({"id": one.program.id, "title": one.program.title, "platform": one.platform, "url": one.url});
    let change = |change: &Change| json!({"fact": change.fact, "old": change.old, "new": change.new});
    json!({
        "old": catalog_json(old),
        "new": catalog_json(new),
        "added": difference.added.iter().map(named_json).collect::<Value>(),
        "gone": difference.gone.iter().map(named_json).collect::<Value>(),
        "moved": difference.moved.iter().map(moved).collect::<Value>(),
        "renamed": difference.renamed.iter().map(renamed).collect::<Value>(),
        "changed": difference.changed.iter().map(|one| {
            json!({"id": one.program.id, "title": one.program.title, "facts": one.changes.iter().map(change).collect::<Value>()})
        }).collect::<Value>(),
    })
}

fn catalog_json(catalog: &Catalog) -> Value {
    json!({"name": catalog.name, "as_of": catalog.as_of.text(), "hash": catalog.hash()})
}

fn named_json(program: &Named) -> Value {
    json!({"id": program.id, "title": program.title})
}

/// The changes for people, one a line.
pub fn difference_words(difference: &Difference) -> String {
    let mut lines = Vec::new();
    let programs = |word: &str, programs: &[Named]| -> Vec<String> {
        programs.iter().map(|program| format!("{word}: {} ({})", program.title, program.id)).collect()
    };
    lines.extend(programs("Added", &difference.added));
    lines.extend(programs("Gone", &difference.gone));
    lines.extend(difference.moved.iter().map(moved_words));
    lines.extend(difference.renamed.iter().map(renamed_words));
    for one in &difference.changed {
        lines.push(format!("Changed: {} ({})", one.program.title, one.program.id));
        lines.extend(one.changes.iter().map(|change| format!("  {}: {} -> {}", change.label, change.old, change.new)));
    }
    lines.push(sum(difference));
    lines.join("\n") + "\n"
}

fn moved_words(one: &Moved) -> String {
    let to = one.platform.as_ref().map_or_else(String::new, |platform| format!(" to {platform}"));
    let url = one.url.as_ref().map_or_else(String::new, |url| format!(", {url}"));
    format!("Moved: {} ({}){to}{url}", one.program.title, one.program.id)
}

fn renamed_words(one: &Renamed) -> String {
    let guess = if one.certainty == Certainty::Guessed { " (a guess)" } else { "" };
    format!("Renamed{guess}: {} ({}) -> {} ({})", one.old.title, one.old.id, one.new.title, one.new.id)
}

fn sum(difference: &Difference) -> String {
    if difference.is_empty() {
        return "Nothing changed.".to_owned();
    }
    let counts = [
        (difference.added.len(), "added"),
        (difference.gone.len(), "gone"),
        (difference.moved.len(), "moved"),
        (difference.renamed.len(), "renamed"),
        (difference.changed.len(), "changed"),
    ];
    let counts: Vec<String> = counts.iter().map(|(count, word)| format!("{count} {word}")).collect();
    format!("{}.", counts.join(", "))
}
