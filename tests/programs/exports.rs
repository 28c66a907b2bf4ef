//! The files that readers download.
//!
//! `KEYFILL_BLESS=1 cargo test --test programs exports::` writes the golden files anew. That the programs
//! can read them is shown in `tests/clients/test_exports.py`.

use std::path::Path;

use keyfill::core::export::ExportFile;

use crate::samples::{Known, SECRET, filled};

#[test]
fn golden() {
    for file in ExportFile::ALL {
        let text = filled(Known::All, |filling| file.text(filling)).unwrap();
        let path = Path::new("tests/fixtures/exports").join(file.name("aur1"));
        if std::env::var_os("KEYFILL_BLESS").is_some() {
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(&path, text.expose()).unwrap();
        }
        let golden = std::fs::read_to_string(&path).unwrap_or_default();
        let now = text.expose();
        assert!(now == golden, "{} differs: see KEYFILL_BLESS. Now:\n{now}", path.display());
    }
}

#[test]
fn what_holds_a_secret_says_so() {
    for file in ExportFile::ALL {
        let text = filled(Known::All, |filling| file.text(filling)).unwrap();
        assert_eq!(text.expose().matches(SECRET).count(), usize::from(file.holds_secret()));
        let name = file.name("aur1");
        assert!(name.contains("aur1") && !name.starts_with('.'), "{name}");
        let (says, note) = (name.contains("-no-secret."), file.note().english().1);
        assert!(name.contains("-secret.") && says != file.holds_secret(), "{name}");
        assert_eq!(note.contains("no secret"), !file.holds_secret(), "{note}");
        assert_eq!(note.contains("chmod 600"), file.holds_secret(), "{note}");
    }
}

#[test]
fn there_is_no_file_with_a_placeholder() {
    for known in [Known::Region, Known::Nothing] {
        for file in ExportFile::ALL {
            assert!(filled(known, |filling| file.text(filling)).is_none(), "{file:?}, {known:?}");
        }
    }
}

#[test]
fn files_end_with_the_end_of_a_line() {
    for file in ExportFile::ALL {
        let text = filled(Known::All, |filling| file.text(filling)).unwrap();
        let text = text.expose();
        assert!(text.ends_with('\n') && !text.ends_with("\n\n"), "{file:?}");
        assert!(!text.contains(['\t', '\r', '<']), "{file:?}");
    }
}
