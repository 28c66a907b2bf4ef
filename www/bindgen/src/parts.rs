//! Cuts the compiled wasm at the calls of `src/parts.rs`.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

use crate::shared;

/// Writes what the page loads first to `main`, and each part to `OUT_DIR/PART.wasm`; returns the
/// parts.
///
/// # Errors
/// Why it cannot be cut.
pub fn cut(wasm: &[u8], main: &Path, out_dir: &Path) -> Result<Vec<PathBuf>, String> {
    let said = |error: io::Error| format!("{}: {error}", out_dir.display());
    let (mut shared, mut program) = (BTreeSet::new(), wasm.to_vec());
    loop {
        let (parts, others) = transformed(&program, main, out_dir)?;
        // It fetches the parts, which www/app_files.js does.
        fs::remove_file(out_dir.join("__wasm_split.js")).map_err(said)?;
        let before = shared.len();
        let mut files = Vec::new();
        for file in others {
            let bytes = fs::read(&file).map_err(said)?;
            shared.extend(shared::functions(&bytes)?);
            fs::remove_file(&file).map_err(said)?;
            files.push(bytes);
        }
        if shared.len() > before {
            program = shared::exporting(wasm, &shared)?;
            continue;
        }
        let first = fs::read(main).map_err(said)?;
        let first = files.iter().try_fold(first, |first, file| shared::holding(&first, file))?;
        fs::write(main, first).map_err(said)?;
        return Ok(parts);
    }
}

/// Cuts once: the parts, under their names, and the files of what several of them share.
fn transformed(
    wasm: &[u8],
    main: &Path,
    out_dir: &Path,
) -> Result<(Vec<PathBuf>, Vec<PathBuf>), String> {
    let mut options = Options::new(wasm);
    options.output_dir = out_dir;
    options.main_out_path = main;
    let cut = transform(options).map_err(|error| format!("{error:#}"))?;
    let (mut parts, mut others) = (Vec::new(), Vec::new());
    for file in cut.split_modules {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if let Some(part) = name.strip_prefix("split_") {
            let part = out_dir.join(part);
            fs::rename(&file, &part).map_err(|error| format!("{}: {error}", file.display()))?;
            parts.push(part);
        } else {
            others.push(file);
        }
    }
    Ok((parts, others))
}

/// Says in `file` of which program it is a part, in a section that WebAssembly leaves to others
/// (WebAssembly Core 2.0, 5.5.3): `www/app_files.js` joins files of one build only.
///
/// # Errors
/// Where the file cannot be written.
pub fn stamp(file: &Path, program: &[u8]) -> io::Result<()> {
    let mut hasher = DefaultHasher::new();
    hasher.write(program);
    let section = format!("\u{5}build{:016x}", hasher.finish());
    let length = u8::try_from(section.len()).map_err(io::Error::other)?;
    let mut file = OpenOptions::new().append(true).open(file)?;
    file.write_all(&[0, length])?;
    file.write_all(section.as_bytes())
}
