//! ASCII replacements for the signs of pictures, one for one, so that a picture keeps its shape. Signs that mean
//! different things have different replacements.

/// Signs and their replacements. Shades keep their order of weight, and heights become digits. The kinds on the map
/// become letters, lower case for an estimate.
const SIGNS: [(char, char); 38] = [
    ('█', '#'),
    ('▉', '#'),
    ('▊', '#'),
    ('▋', '#'),
    ('▍', ':'),
    ('▎', ':'),
    ('▏', ':'),
    ('▓', '%'),
    ('▒', '='),
    ('░', ':'),
    ('▁', '1'),
    ('▂', '2'),
    ('▃', '3'),
    ('▄', '4'),
    ('▅', '5'),
    ('▆', '6'),
    ('▇', '7'),
    ('┄', ','),
    ('●', 'C'),
    ('▲', 'M'),
    ('◆', 'S'),
    ('★', 'D'),
    ('▼', 'A'),
    ('◀', 'T'),
    ('◉', 'O'),
    ('○', 'c'),
    ('△', 'm'),
    ('◇', 's'),
    ('☆', 'd'),
    ('▽', 'a'),
    ('◁', 't'),
    ('◎', 'o'),
    ('▮', 'B'),
    ('▯', 'b'),
    ('♦', '&'),
    ('╋', '@'),
    ('╎', '|'),
    ('╌', '-'),
];

/// Returns the ASCII replacement for a sign of a picture; `None` for any other character.
pub fn ascii(sign: char) -> Option<char> {
    SIGNS.iter().find(|(own, _)| *own == sign).map(|(_, ascii)| *ascii)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::width;

    #[test]
    fn every_sign_takes_one_column_in_both_forms() {
        for (sign, ascii) in SIGNS {
            assert!(ascii.is_ascii_graphic(), "{sign}");
            assert_eq!(width::cols(&sign.to_string()), 1, "{sign}");
        }
    }
}
