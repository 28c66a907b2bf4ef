//! Build step: `bindgen IN.wasm OUT_DIR NAME` writes `NAME.js` and `NAME_bg.wasm`.
//!
//! Linking the library, instead of installing `wasm-bindgen-cli`, keeps its version in the
//! project's one `Cargo.lock`, where it must equal the version of `wasm-bindgen` itself.

mod members;

use std::path::Path;
use std::process::ExitCode;
use std::{fs, io};

use wasm_bindgen_cli_support::Bindgen;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [input, out_dir, name] = arguments.as_slice() else {
        eprintln!("usage: bindgen IN.wasm OUT_DIR NAME");
        return ExitCode::from(2);
    };
    let mut bindgen = Bindgen::new();
    bindgen.input_path(input).out_name(name).typescript(false).remove_producers_section(true);
    let done = bindgen.web(true).and_then(|web| web.generate(out_dir));
    let glue = Path::new(out_dir).join(name).with_extension("js");
    match done.map_err(|error| format!("{error:#}")).and_then(|()| rewrite(&glue)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindgen: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Lets the glue use the members of objects as [`members`] does.
fn rewrite(glue: &Path) -> Result<(), String> {
    let said = |error: io::Error| format!("{}: {error}", glue.display());
    let text = members::own(&fs::read_to_string(glue).map_err(said)?)?;
    fs::write(glue, text).map_err(said)
}
