//! Texts about a line of a file that is not read.

use super::table::texts;

texts! {
    LINE_CARRIAGE_RETURN: "Line {line}: lone carriage returns are not supported.",
    LINE_TAB: "Line {line}: tabs are not supported.",
    LINE_DOCUMENT: "Line {line}: several documents are not supported.",
    LINE_DEEP: "Line {line}: values this deep inside others are not supported.",
    LINE_INDENTATION:
        "Line {line}: this indentation, or a value over several lines, is not supported.",
    LINE_ITEM: "Line {line}: list items in this place are not supported.",
    LINE_NO_KEY: "Line {line}: lines without a key are not supported.",
    LINE_MANY_MEMBERS: "Line {line}: mappings with so many members are not supported.",
    LINE_KEY_TWICE: "Line {line}: keys that occur twice are not supported.",
    LINE_MAPPING: "Line {line}: mappings in one line are not supported.",
    LINE_BRACKET: "Line {line}: brackets in this place are not supported.",
    LINE_AFTER_BRACKETS: "Line {line}: text after brackets is not supported.",
    LINE_OPEN_BRACKETS: "Line {line}: brackets without their end are not supported.",
    LINE_OPEN_QUOTE: "Line {line}: quoted values without their end are not supported.",
    LINE_ESCAPE: "Line {line}: this escape is not supported.",
    LINE_AFTER_QUOTE: "Line {line}: text after a quoted value is not supported.",
    /// A word of YAML.
    LINE_ANCHOR: "Line {line}: anchors are not supported.",
    /// A word of YAML.
    LINE_ALIAS: "Line {line}: aliases are not supported.",
    /// A word of YAML.
    LINE_TAG: "Line {line}: tags are not supported.",
    LINE_TEXT_BLOCK: "Line {line}: blocks of text are not supported.",
    LINE_IN_BRACKETS: "Line {line}: values in brackets are not supported.",
    LINE_SIGN_FIRST: "Line {line}: values that begin with this sign are not supported.",
    LINE_SIGN_BEFORE_SPACE: "Line {line}: this sign before a space is not supported.",
    LINE_SEVERAL_LINES: "Line {line}: values over several lines are not supported.",
    LINE_VARIABLES: "Line {line}: so many variables are not supported.",
}
