//! A rule is written once, so no comment says where its twin is.

use crate::check;

/// How such a comment names the other one.
const POINTERS: [&str; 6] = [
    "same rules as",
    "same rule as",
    "same rules in",
    "the same as `src/",
    "the same as `mkdocs_keyfill/",
    "makes the same, and",
];

#[test]
fn no_comment_points_to_the_twin_of_a_rule() {
    let code = ["rs", "py", "js", "mjs", "css", "sh", "toml"];
    check(
        // This file names what it looks for.
        |f| f.has_extension(&code) && f.path != file!(),
        |f| {
            f.lines_where(|line| {
                let line = line.to_lowercase();
                POINTERS.iter().find(|pointer| line.contains(**pointer)).map(|p| (*p).to_owned())
            })
            .map(|(at, pointer)| {
                format!(
                    "{}:{at}: \"{pointer}\": a rule is written once: make it data of `rules`, or \
                     give it cases in tests/rules",
                    f.path
                )
            })
            .collect()
        },
    );
}
