//! ASCII replacements for the signs of pictures, one for one, so that a picture keeps its shape.

/// Signs and their replacements; shades and heights keep their order of weight.
const SIGNS: [(char, char); 35] = [
    ('█', '#'),
    ('▉', '#'),
    ('▊', '#'),
    ('▋', '#'),
    ('▍', '.'),
    ('▎', '.'),
    ('▏', '.'),
    ('▓', '+'),
    ('▒', '='),
    ('░', '.'),
    ('▁', '.'),
    ('▂', ':'),
    ('▃', '-'),
    ('▄', '='),
    ('▅', '+'),
    ('▆', '*'),
    ('▇', '%'),
    ('┄', '.'),
    ('●', '*'),
    ('▲', '^'),
    ('■', 'x'),
    ('◆', 'o'),
    ('★', '%'),
    ('▼', 'v'),
    ('◀', '<'),
    ('◉', '@'),
    ('○', 'c'),
    ('△', 'A'),
    ('◇', 'e'),
    ('☆', 's'),
    ('▽', 'y'),
    ('◁', '('),
    ('◎', 'q'),
    ('╎', ':'),
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
