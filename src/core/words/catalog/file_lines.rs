//! Texts about a line of a file that is not read.

use super::table::texts;

texts! {
    LINE_CARRIAGE_RETURN: "A lone carriage return is not read here, line {line}.",
    LINE_TAB: "A tab is not read here, line {line}.",
    LINE_DOCUMENT: "A second document is not read here, line {line}.",
    LINE_DEEP: "A value so deep inside others is not read here, line {line}.",
    LINE_INDENTATION:
        "Such an indentation, or a value over several lines, is not read here, line {line}.",
    LINE_ITEM: "A list's item is not read here, line {line}.",
    LINE_NO_KEY: "A line without a key is not read here, line {line}.",
    LINE_MANY_MEMBERS: "A mapping with so many members is not read here, line {line}.",
    LINE_KEY_TWICE: "A key that stands twice is not read here, line {line}.",
    LINE_MAPPING: "A mapping in one line is not read here, line {line}.",
    LINE_BRACKET: "Such a bracket is not read here, line {line}.",
    LINE_AFTER_BRACKETS: "Text after brackets is not read here, line {line}.",
    LINE_OPEN_BRACKETS: "Brackets without their end are not read here, line {line}.",
    LINE_OPEN_QUOTE: "A quoted value without its end is not read here, line {line}.",
    LINE_ESCAPE: "Such an escape is not read here, line {line}.",
    LINE_AFTER_QUOTE: "Text after a quoted value is not read here, line {line}.",
    /// A word of YAML.
    LINE_ANCHOR: "An anchor is not read here, line {line}.",
    /// A word of YAML.
    LINE_ALIAS: "An alias is not read here, line {line}.",
    /// A word of YAML.
    LINE_TAG: "A tag is not read here, line {line}.",
    LINE_TEXT_BLOCK: "A block of text is not read here, line {line}.",
    LINE_IN_BRACKETS: "A value in brackets is not read here, line {line}.",
    LINE_SIGN_FIRST: "A value that begins with such a sign is not read here, line {line}.",
    LINE_SIGN_BEFORE_SPACE: "Such a sign before a space is not read here, line {line}.",
    LINE_SEVERAL_LINES: "A value over several lines is not read here, line {line}.",
    LINE_VARIABLES: "One variable too many is not read here, line {line}.",
}
