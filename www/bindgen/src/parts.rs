//! Cuts the compiled wasm at the calls of `src/parts.rs`.

use std::fs;
use std::path::{Path, PathBuf};

use wasm_split_cli_support::{Options, transform};

/// Writes what the page loads first to `main`, and each part to `OUT_DIR/PART.wasm`; returns the
/// parts.
///
/// # Errors
/// Why it cannot be cut. Code that several parts share, and the first file does not, would be a
/// file of its own, which the page would have to fetch before either: nothing does.
pub fn cut(input: &Path, main: &Path, out_dir: &Path) -> Result<Vec<PathBuf>, String> {
    let said = |error: std::io::Error| format!("{}: {error}", input.display());
    let wasm = fs::read(input).map_err(said)?;
    let mut options = Options::new(&wasm);
    options.output_dir = out_dir;
    options.main_out_path = main;
    let cut = transform(options).map_err(|error| format!("{error:#}"))?;
    let mut parts = Vec::new();
    for file in cut.split_modules {
        let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let part = name.strip_prefix("split_").ok_or_else(|| format!("{name} belongs to no part"))?;
        let part = out_dir.join(part);
        fs::rename(&file, &part).map_err(said)?;
        parts.push(part);
    }
    // It fetches the parts, which www/app_files.js does.
    fs::remove_file(out_dir.join("__wasm_split.js")).map_err(said)?;
    Ok(parts)
}
