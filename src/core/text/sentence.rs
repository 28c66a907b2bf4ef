//! Whole sentences with named arguments, so that another language can order them its own way.

/// `template` with the value of each `{name}` in its place.
#[must_use]
pub fn sentence(template: &str, arguments: &[(&str, &str)]) -> String {
    let mut text = String::new();
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').unwrap_or_default();
        let value = arguments.iter().find(|(other, _)| *other == name).map(|(_, value)| value);
        debug_assert!(value.is_some(), "{template}");
        text.push_str(before);
        text.push_str(value.copied().unwrap_or_default());
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_stand_where_the_template_says_and_are_not_read_again() {
        let arguments = [("key", "{project}"), ("project", "é")];
        assert_eq!(sentence("{project}: {key}, {key}.", &arguments), "é: {project}, {project}.");
        assert_eq!(sentence("No argument.", &arguments), "No argument.");
    }
}
