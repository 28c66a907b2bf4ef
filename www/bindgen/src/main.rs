//! Build step: `bindgen IN.wasm OUT_DIR NAME` writes `NAME.js` and `NAME_bg.wasm`, and each part of
//! the program that is loaded on its own as `PART.wasm`.
//!
//! Linking the library, instead of installing `wasm-bindgen-cli`, keeps its version in the
//! project's one `Cargo.lock`, where it must equal the version of `wasm-bindgen` itself.

mod members;
mod parts;
mod shared;

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
    match generate(Path::new(input), Path::new(out_dir), name) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bindgen: {error}");
            ExitCode::FAILURE
        }
    }
}

fn generate(input: &Path, out_dir: &Path, name: &str) -> Result<(), String> {
    let main = out_dir.join("main.wasm");
    let said = |error: io::Error| format!("{}: {error}", input.display());
    let wasm = fs::read(input).map_err(said)?;
    let mut files = parts::cut(&wasm, &main, out_dir)?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(&main).out_name(name).typescript(false).remove_producers_section(true);
    // The parts take the memory, the table of functions and the stack from there.
    bindgen.keep_lld_exports(!files.is_empty());
    bindgen
        .web(true)
        .and_then(|web| web.generate(out_dir))
        .map_err(|error| format!("{error:#}"))?;
    fs::remove_file(&main).map_err(said)?;
    files.push(out_dir.join(format!("{name}_bg.wasm")));
    for file in files {
        parts::stamp(&file, &wasm).map_err(|error| format!("{}: {error}", file.display()))?;
    }
    rewrite(&out_dir.join(name).with_extension("js"))
}

/// Lets the glue use the members of objects as [`members`] does.
fn rewrite(glue: &Path) -> Result<(), String> {
    let said = |error: io::Error| format!("{}: {error}", glue.display());
    let text = members::own(&fs::read_to_string(glue).map_err(said)?)?;
    fs::write(glue, text).map_err(said)
}
