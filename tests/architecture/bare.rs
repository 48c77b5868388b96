//! The code of a file alone: comments, strings, character literals and test modules are blanked out.

use crate::is_of_name;

/// The text with comments, strings, character literals and test modules blanked out; line breaks stay.
pub(crate) fn bare(text: &str) -> String {
    let mut out: Vec<char> = text.chars().collect();
    let mut at = 0;
    while at < out.len() {
        let end = match out[at] {
            '/' if out.get(at + 1) == Some(&'/') => find(&out, at, &['\n']),
            '/' if out.get(at + 1) == Some(&'*') => find(&out, at + 2, &['*', '/']) + 2,
            '"' => end_of_string(&out, at),
            'r' if is_raw_string(&out, at) => end_of_raw_string(&out, at),
            '\'' => end_of_character(&out, at),
            _ => at,
        };
        if end == at {
            at += 1;
        } else {
            blank(&mut out, at, end);
            at = end;
        }
    }
    without_tests(out)
}

fn blank(chars: &mut [char], from: usize, to: usize) {
    let to = to.min(chars.len());
    for c in &mut chars[from..to] {
        if *c != '\n' {
            *c = ' ';
        }
    }
}

fn find(chars: &[char], from: usize, what: &[char]) -> usize {
    (from..chars.len()).find(|at| chars[*at..].starts_with(what)).unwrap_or(chars.len())
}

fn end_of_string(chars: &[char], start: usize) -> usize {
    let mut at = start + 1;
    while at < chars.len() && chars[at] != '"' {
        at += if chars[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

fn is_raw_string(chars: &[char], at: usize) -> bool {
    let starts_word = at == 0 || !is_of_name(chars[at - 1]) || chars[at - 1] == 'b';
    let rest = &chars[at + 1..];
    let hashes = rest.iter().take_while(|c| **c == '#').count();
    starts_word && rest.get(hashes) == Some(&'"')
}

fn end_of_raw_string(chars: &[char], start: usize) -> usize {
    let hashes = chars[start + 1..].iter().take_while(|c| **c == '#').count();
    let mut close = vec!['"'];
    close.extend(std::iter::repeat_n('#', hashes));
    find(chars, start + hashes + 2, &close) + close.len()
}

/// The end of a character literal; for a lifetime, its start.
fn end_of_character(chars: &[char], start: usize) -> usize {
    match (chars.get(start + 1), chars.get(start + 2)) {
        (Some('\\'), _) => find(chars, start + 3, &['\'']) + 1,
        (Some(_), Some('\'')) => start + 3,
        _ => start,
    }
}

fn without_tests(mut chars: Vec<char>) -> String {
    let mark: Vec<char> = "#[cfg(test)]".chars().collect();
    let mut at = 0;
    while at < chars.len() {
        at = find(&chars, at, &mark);
        let open = find(&chars, at, &['{']).min(find(&chars, at, &[';']));
        let mut end = open;
        let mut depth = 0;
        while end < chars.len() {
            match chars[end] {
                '{' => depth += 1,
                '}' => depth -= 1,
                _ => {}
            }
            end += 1;
            if depth == 0 {
                break;
            }
        }
        blank(&mut chars, at, end);
        at = end;
    }
    chars.into_iter().collect()
}
