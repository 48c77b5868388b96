//! The values of options and arguments for PowerShell and Elvish. The generators for these two shells write commands
//! and options but no values. The values come from the definition, as for every other shell, and are inserted into the
//! scripts before the code that returns the completions.

use std::fmt::Write;

use clap::{Arg, Command};
use clap_complete::Shell;

/// The words that are valid in one place.
struct Offer {
    /// The command in the form of the scripts, `prospectus;list`, followed by `;` and the option, or by nothing for an
    /// argument.
    place: String,
    words: Vec<String>,
}

/// Returns the script with the values of the definition. Scripts of shells whose generator writes values are unchanged.
pub(super) fn put_in(shell: Shell, script: &str, definition: &Command) -> String {
    let offers = all(definition);
    match shell {
        Shell::PowerShell => powershell(script, &offers, &places(definition)),
        Shell::Elvish => elvish(script, &offers),
        _ => script.to_owned(),
    }
}

/// Returns every command under the definition, in the form of the scripts.
fn commands(definition: &Command) -> Vec<(String, &Command)> {
    let mut all = vec![(definition.get_name().to_owned(), definition)];
    let mut next = 0;
    while let Some((place, command)) = all.get(next).cloned() {
        let own = command.get_subcommands().filter(|own| own.get_name() != "help");
        all.extend(own.map(|own| (format!("{place};{}", own.get_name()), own)));
        next += 1;
    }
    all
}

fn places(definition: &Command) -> Vec<String> {
    commands(definition).into_iter().map(|(place, _)| place).collect()
}

fn all(definition: &Command) -> Vec<Offer> {
    let of_command = |(place, command): &(String, &Command)| -> Vec<Offer> {
        command.get_arguments().flat_map(|argument| of_argument(place, argument)).collect()
    };
    commands(definition).iter().flat_map(of_command).collect()
}

/// Returns the values of an argument, under each of its names.
fn of_argument(place: &str, argument: &Arg) -> Vec<Offer> {
    let takes_a_value = argument.get_action().takes_values() && !argument.is_hide_set();
    let values = if takes_a_value { argument.get_possible_values() } else { Vec::new() };
    let shown = values.iter().filter(|value| !value.is_hide_set());
    let words: Vec<String> = shown.map(|value| value.get_name().to_owned()).collect();
    if words.is_empty() {
        return Vec::new();
    }
    names(argument).into_iter().map(|name| Offer { place: format!("{place};{name}"), words: words.clone() }).collect()
}

/// Returns the names of an option with their dashes; one empty name for a positional argument.
fn names(argument: &Arg) -> Vec<String> {
    if argument.is_positional() {
        return vec![String::new()];
    }
    let long = argument.get_long_and_visible_aliases().into_iter().flatten().map(|name| format!("--{name}"));
    let short = argument.get_short_and_visible_aliases().into_iter().flatten().map(|name| format!("-{name}"));
    long.chain(short).collect()
}

/// Returns each list of words once, with its places: lists of ids are long, and many commands take them.
fn lists(offers: &[Offer]) -> Vec<(&[String], Vec<&str>)> {
    let mut lists: Vec<(&[String], Vec<&str>)> = Vec::new();
    for offer in offers {
        match lists.iter_mut().find(|(words, _)| *words == offer.words.as_slice()) {
            Some((_, places)) => places.push(&offer.place),
            None => lists.push((&offer.words, vec![&offer.place])),
        }
    }
    lists
}

fn quoted(words: &[String], between: &str) -> String {
    words.iter().map(|word| format!("'{}'", word.replace('\'', "''"))).collect::<Vec<_>>().join(between)
}

/// The line of the PowerShell script that computes the completions.
const POWERSHELL_ANSWER: &str = "    $completions = @(switch ($command) {";

/// The PowerShell code for values. The values of the option before the word replace all other completions; those of an
/// argument are added to them.
const POWERSHELL_WORDS: &str = r#"    $place = 'prospectus'
    $before = ''
    foreach ($element in $commandElements | Select-Object -Skip 1) {
        if ($element.Extent.EndOffset -ge $cursorPosition) { break }
        $before = $element.Extent.Text
        if ($places -ccontains "$place;$before") { $place = "$place;$before" }
    }
    $asWords = { [CompletionResult]::new($_, $_, [CompletionResultType]::ParameterValue, $_) }
    $offered = @(& $offer "$place;$before")
    if ($before -and $offered.Count -gt 0) {
        return $offered.Where{ $_ -like "$wordToComplete*" } | ForEach-Object $asWords
    }
    if (-not "$wordToComplete".StartsWith('-')) {
        @(& $offer "$place;").Where{ $_ -like "$wordToComplete*" } | ForEach-Object $asWords
    }

"#;

fn powershell(script: &str, offers: &[Offer], places: &[String]) -> String {
    let mut own = format!(
        "    $places = {}\n    $offer = {{\n        switch -CaseSensitive ($args[0]) {{\n",
        quoted(places, ", ")
    );
    for (words, places) in lists(offers) {
        let meant = quoted(&places.iter().map(|place| (*place).to_owned()).collect::<Vec<_>>(), ", ");
        let _ = writeln!(own, "            {{ $_ -cin {meant} }} {{ {}; break }}", quoted(words, ", "));
    }
    own += "        }\n    }\n";
    script.replacen(POWERSHELL_ANSWER, &format!("{own}{POWERSHELL_WORDS}{POWERSHELL_ANSWER}"), 1)
}

/// The line of the Elvish script that returns the completions.
const ELVISH_ANSWER: &str = "    $completions[$command]\n";

/// The Elvish code for values; an unknown command counts as a word.
const ELVISH_WORDS: &str = r"    var place = 'prospectus'
    for word $words[1..-1] {
        if (has-key $completions $place';'$word) {
            set place = $place';'$word
        }
    }
    if (has-key $offers $place';'$words[-2]) {
        all $offers[$place';'$words[-2]]
    } else {
        if (has-key $offers $place';') {
            all $offers[$place';']
        }
        $completions[$place]
    }
";

fn elvish(script: &str, offers: &[Offer]) -> String {
    let mut own = String::new();
    let mut places = String::new();
    for ((words, meant), number) in lists(offers).into_iter().zip(0..) {
        let _ = writeln!(own, "    var words{number} = [{}]", quoted(words, " "));
        for place in meant {
            let _ = writeln!(places, "        &'{place}'= $words{number}");
        }
    }
    let _ = write!(own, "    var offers = [\n{places}    ]\n");
    script.replacen(ELVISH_ANSWER, &format!("{own}{ELVISH_WORDS}"), 1)
}
