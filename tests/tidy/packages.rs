//! What Cargo does not know of the packages.

#[test]
fn both_halves_of_wasm_bindgen_have_one_version() {
    let version = |path: &str, name: &str| {
        let text = std::fs::read_to_string(path).expect("the manifest is there");
        let prefix = format!("{name} = ");
        let exact = |line: &str| {
            let (_, version) = line.strip_prefix(&prefix)?.split_once("\"=")?;
            version.split('"').next().map(str::to_owned)
        };
        let found = text.lines().find_map(exact);
        found.unwrap_or_else(|| panic!("{path}: {name} has no exact version"))
    };
    assert_eq!(
        version("Cargo.toml", "wasm-bindgen"),
        version("www/bindgen/Cargo.toml", "wasm-bindgen-cli-support"),
        "Cargo.toml and www/bindgen/Cargo.toml: the app and its glue must have the same version"
    );
}

#[test]
fn the_licenses_are_there() {
    for name in ["LICENSE-MIT", "LICENSE-APACHE"] {
        let text = std::fs::read_to_string(name).unwrap_or_default();
        assert!(text.len() > 500, "{name}:1: the license is missing");
    }
}
