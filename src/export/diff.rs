//! The difference between two catalogues, as JSON and in words.

use serde_json::{Value, json};

use crate::catalog::{Catalog, Certainty, Change, Changed, Difference, Moved, Named, Renamed};

/// Returns the changes as JSON. In each list, programs that the user keeps come first.
pub fn difference_json(old: &Catalog, new: &Catalog, kept: &Difference, others: &Difference) -> Value {
    let both = || [(true, kept), (false, others)].into_iter();
    let list = |of: fn(&Difference) -> Vec<Value>| -> Value {
        let marked = both().flat_map(|(is_kept, part)| of(part).into_iter().map(move |entry| marked(entry, is_kept)));
        marked.collect()
    };
    json!({
        "old": catalog_json(old),
        "new": catalog_json(new),
        "added": list(|part| part.added.iter().map(named_json).collect()),
        "gone": list(|part| part.gone.iter().map(named_json).collect()),
        "moved": list(|part| part.moved.iter().map(moved_json).collect()),
        "renamed": list(|part| part.renamed.iter().map(renamed_json).collect()),
        "changed": list(|part| part.changed.iter().map(changed_json).collect()),
    })
}

fn marked(mut entry: Value, is_kept: bool) -> Value {
    if is_kept {
        entry["kept"] = true.into();
    }
    entry
}

fn moved_json(one: &Moved) -> Value {
    json!({"id": one.program.id, "title": one.program.title, "platform": one.platform, "url": one.url})
}

fn renamed_json(one: &Renamed) -> Value {
    json!({"old_id": one.old.id, "id": one.new.id, "old_title": one.old.title, "title": one.new.title,
        "guess": one.certainty == Certainty::Guessed})
}

fn changed_json(one: &Changed) -> Value {
    let change = |change: &Change| {
        let mut entry = json!({"fact": change.fact, "old": change.old, "new": change.new});
        if change.fact.starts_with("course.") {
            entry["about"] = change.label.as_ref().into();
        }
        if let Some(percent) = change.percent {
            entry["percent"] = percent.into();
        }
        entry
    };
    json!({"id": one.program.id, "title": one.program.title, "facts": one.changes.iter().map(change).collect::<Value>()})
}

fn catalog_json(catalog: &Catalog) -> Value {
    json!({"name": catalog.name, "as_of": catalog.as_of.text(), "hash": catalog.hash()})
}

fn named_json(program: &Named) -> Value {
    json!({"id": program.id, "title": program.title})
}

/// Returns the changes in words, one per line. Programs that the user keeps come first.
pub fn difference_words(kept: &Difference, others: &Difference) -> String {
    let mut lines = Vec::new();
    if kept.is_empty() {
        lines.extend(part_words(others));
    } else {
        lines.push("What you keep:".to_owned());
        lines.extend(part_words(kept));
        lines.extend((!others.is_empty()).then(|| "Everything else:".to_owned()));
        lines.extend(part_words(others));
    }
    lines.push(sum(kept, others));
    lines.join("\n") + "\n"
}

fn part_words(part: &Difference) -> Vec<String> {
    let mut lines = Vec::new();
    let programs = |word: &str, programs: &[Named]| -> Vec<String> {
        programs.iter().map(|program| format!("{word}: {} ({})", program.title, program.id)).collect()
    };
    lines.extend(programs("Added", &part.added));
    lines.extend(programs("Gone", &part.gone));
    lines.extend(part.moved.iter().map(moved_words));
    lines.extend(part.renamed.iter().map(renamed_words));
    for one in &part.changed {
        lines.push(format!("Changed: {} ({})", one.program.title, one.program.id));
        lines.extend(one.changes.iter().map(change_words));
    }
    lines
}

fn change_words(change: &Change) -> String {
    let percent = change.percent.map(|percent| format!(" ({percent:+} %)")).unwrap_or_default();
    format!("  {}: {} -> {}{percent}", change.label, change.old, change.new)
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

fn sum(kept: &Difference, others: &Difference) -> String {
    if kept.is_empty() && others.is_empty() {
        return "Nothing changed.".to_owned();
    }
    let counts = [
        (kept.added.len() + others.added.len(), "added"),
        (kept.gone.len() + others.gone.len(), "gone"),
        (kept.moved.len() + others.moved.len(), "moved"),
        (kept.renamed.len() + others.renamed.len(), "renamed"),
        (kept.changed.len() + others.changed.len(), "changed"),
    ];
    let counts: Vec<String> = counts.iter().map(|(count, word)| format!("{count} {word}")).collect();
    format!("{}.", counts.join(", "))
}
