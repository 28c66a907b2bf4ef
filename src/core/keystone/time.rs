//! Keystone's timestamps.

/// Milliseconds since 1970 of `2026-11-23T14:32:21.000000Z`; the fraction is dropped.
/// Keystone always answers in UTC with a `Z` (API reference, "Token").
#[must_use]
pub fn parse(text: &str) -> Option<i64> {
    let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
    let [year, month, day] = numbers(date, '-')?;
    let [hour, minute, second] = numbers(time.split('.').next()?, ':')?;
    let in_range = (1970..=9999).contains(&year)
        && (1..=12).contains(&month)
        && (1..=31).contains(&day)
        && hour < 24
        && minute < 60
        && second < 61;
    in_range
        .then(|| (days(year, month, day) * 86_400 + hour * 3_600 + minute * 60 + second) * 1_000)
}

fn numbers(text: &str, separator: char) -> Option<[i64; 3]> {
    let mut parts = text.split(separator).map(|part| part.parse::<u32>().ok().map(i64::from));
    let all = [parts.next()??, parts.next()??, parts.next()??];
    parts.next().is_none().then_some(all)
}

/// Days since 1970-01-01 in the proleptic Gregorian calendar, by counting from March so that
/// the leap day is the last day of a year (H. Hinnant, "chrono-Compatible Low-Level Date
/// Algorithms", `days_from_civil`).
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year / 400;
    let year_of_era = year % 400;
    let day_of_year = (153 * ((month + 9) % 12) + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_instants() {
        assert_eq!(parse("1970-01-01T00:00:00.000000Z"), Some(0));
        assert_eq!(parse("2000-02-29T12:00:00Z"), Some(951_825_600_000));
        assert_eq!(parse("2026-11-23T14:32:21.000000Z"), Some(1_795_444_341_000));
    }

    #[test]
    fn anything_else_is_refused() {
        for bad in ["", "2026-11-23", "2026-11-23T14:32:21+01:00", "2026-13-01T00:00:00Z", "xTyZ"] {
            assert_eq!(parse(bad), None, "{bad}");
        }
    }
}
