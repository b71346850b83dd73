//! Long numbers in groups while they are typed, the caret where it was.

/// The text in groups of these lengths, and where the caret comes to stand: behind the same
/// character as before. What is longer than all groups goes on in groups of the last length.
///
/// # Example
///
/// ```
/// use renzheng::app::state::grouping::grouped;
///
/// assert_eq!(grouped("13800138000", 11, "3 4 4"), ("138 0013 8000".to_owned(), 13));
/// ```
pub fn grouped(text: &str, caret: usize, groups: &str) -> (String, usize) {
    let before = text.chars().take(caret).filter(|c| !c.is_whitespace()).count();
    let mut lengths = groups.split(' ').filter_map(|length| length.parse::<usize>().ok());
    let mut length = lengths.next().unwrap_or(usize::MAX);
    let (mut shown, mut at, mut in_group, mut caret) = (String::new(), 0, 0, 0);
    for (count, c) in text.chars().filter(|c| !c.is_whitespace()).enumerate() {
        if in_group == length {
            shown.push(' ');
            at += 1;
            in_group = 0;
            length = lengths.next().unwrap_or(length);
        }
        shown.push(c);
        at += 1;
        in_group += 1;
        if count + 1 == before {
            caret = at;
        }
    }
    (shown, caret)
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[track_caller]
    fn check(before: &str, groups: &str, after: &str) {
        let caret = before.chars().position(|c| c == '|').unwrap();
        let (text, caret) = grouped(&before.replace('|', ""), caret, groups);
        let mut chars: Vec<char> = text.chars().collect();
        chars.insert(caret, '|');
        assert_eq!(chars.into_iter().collect::<String>(), after, "{before}");
    }

    #[test]
    fn the_caret_stays_behind_its_character() {
        check("123456|", "6 8 4", "123456|");
        check("1234567|", "6 8 4", "123456 7|");
        check("12|34567", "6 8 4", "12|3456 7");
        check("|1234567", "6 8 4", "|123456 7");
        // Backspace over a space, and once more.
        check("123456|7", "6 8 4", "123456| 7");
        check("12345|7", "6 8 4", "12345|7");
        check("12345X| 78", "6 8 4", "12345X| 78");
    }

    #[test]
    fn what_is_pasted_in_any_form_is_grouped() {
        check("6222 0212 3456 7890 123|", "4", "6222 0212 3456 7890 123|");
        check("622202 1234567890|", "4", "6222 0212 3456 7890|");
        check("１２３４|", "3 4 4", "１２３ ４|");
        check("|", "3 4 4", "|");
        check("ab|", "", "ab|");
    }
}
