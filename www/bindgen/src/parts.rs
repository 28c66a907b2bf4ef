//! Cuts the compiled wasm at the calls of `src/parts.rs`.

use std::fs::{self, OpenOptions};
use std::hash::{DefaultHasher, Hasher};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

/// Writes what the page loads first to `main`, and each part to `OUT_DIR/PART.wasm`; returns the
/// parts.
///
/// # Errors
/// Why it cannot be cut. Code that several parts share, and the first file does not, would be a
/// file of its own, which the page would have to fetch before either: nothing does.
pub fn cut(wasm: &[u8], main: &Path, out_dir: &Path) -> Result<Vec<PathBuf>, String> {
    let said = |error: io::Error| format!("{}: {error}", out_dir.display());
    let mut options = Options::new(wasm);
    options.output_dir = out_dir;
    options.main_out_path = main;
    let cut = transform(options).map_err(|error| format!("{error:#}"))?;
    let mut parts = Vec::new();
    for file in cut.split_modules {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let part =
            name.strip_prefix("split_").ok_or_else(|| format!("{name} belongs to no part"))?;
        let part = out_dir.join(part);
        fs::rename(&file, &part).map_err(said)?;
        parts.push(part);
    }
    // It fetches the parts, which www/app_files.js does.
    fs::remove_file(out_dir.join("__wasm_split.js")).map_err(said)?;
    Ok(parts)
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
