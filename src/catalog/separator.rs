//! Which sign in a number separates thousands and which begins the fraction. Typed and imported numbers follow the same
//! rule.

/// Whether digits can be the first group of thousands: one to three of them, without a leading 0.
pub fn can_begin_groups(digits: &str) -> bool {
    matches!(digits.len(), 1..=3) && !digits.starts_with('0') && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// Whether a number has a point that some people read as a thousands separator and others as a decimal point: `1.500`,
/// but neither `0.500` nor `1500.125`.
pub fn has_unclear_point(number: &str) -> bool {
    let is_three = |rest: &str| rest.len() == 3 && rest.bytes().all(|byte| byte.is_ascii_digit());
    number.split_once('.').is_some_and(|(whole, rest)| can_begin_groups(whole) && is_three(rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_point_is_unclear_only_where_thousands_could_be_meant() {
        for unclear in ["1.500", "12.500", "999.000"] {
            assert!(has_unclear_point(unclear), "{unclear}");
        }
        for clear in ["0.500", "012.500", "1500.125", "1.5", "1.5000", "1.500,5", "1.500.000", ".500", "1500"] {
            assert!(!has_unclear_point(clear), "{clear}");
        }
    }
}
