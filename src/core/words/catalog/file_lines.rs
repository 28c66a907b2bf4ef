//! Texts about a line of a file that is not read.

use super::table::texts;

texts! {
    LINE_CARRIAGE_RETURN: "Line {line}: lone carriage returns are not supported.",
    LINE_TAB: "Line {line}: tabs are not supported.",
    LINE_DOCUMENT: "Line {line}: several documents are not supported.",
    LINE_DEEP: "Line {line}: values nested this deeply are not supported.",
    LINE_INDENTATION:
        "Line {line}: this indentation, or a value that spans several lines, is not supported.",
    LINE_ITEM: "Line {line}: a list item here is not supported.",
    LINE_NO_KEY: "Line {line}: lines without a key are not supported.",
    LINE_MANY_MEMBERS: "Line {line}: mappings with this many members are not supported.",
    LINE_KEY_TWICE: "Line {line}: keys that occur twice are not supported.",
    LINE_MAPPING: "Line {line}: mappings on one line are not supported.",
    LINE_BRACKET: "Line {line}: a bracket here is not supported.",
    LINE_AFTER_BRACKETS: "Line {line}: text after brackets is not supported.",
    LINE_OPEN_BRACKETS: "Line {line}: brackets that are not closed are not supported.",
    LINE_OPEN_QUOTE: "Line {line}: quoted values that are not closed are not supported.",
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
    LINE_SIGN_FIRST: "Line {line}: values that begin with this character are not supported.",
    LINE_SIGN_BEFORE_SPACE: "Line {line}: this character before a space is not supported.",
    LINE_SEVERAL_LINES: "Line {line}: values that span several lines are not supported.",
    LINE_VARIABLES: "Line {line}: this many variables are not supported.",
}
