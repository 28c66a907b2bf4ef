//! Where the build cuts the wasm: what is on the other side of a call that [`part_call`] makes is
//! a file of its own, which the page fetches when it is wanted.
//!
//! `www/bindgen` finds the two sides of a call by their names, which are those of
//! `wasm_split_macros` 0.2.2 (`__wasm_split_00PART00_import_ID_NAME`), and moves what is reached only
//! from the far sides into a file for each part. All parts share one memory and one table of
//! functions, so a wipe is one wipe. A call before the part is there is a trap, as a panic is: who
//! makes one asks [`crate::core::app_part::AppParts`] before.

/// Makes `fn $name`, which is called on the near side, and does `$there` on the far one. Outside of
/// the browser both are one program, and it is an ordinary function.
///
/// The import is safe to call: the export has the same types, and both are compiled in the same run
/// of the compiler, so they agree on how they are passed. Nobody else knows their names.
macro_rules! part_call {
    ($near:literal, $far:literal, $vis:vis fn $name:ident($($arg:ident: $type:ty),*) => $there:expr) => {
        #[cfg(all(target_arch = "wasm32", feature = "page"))]
        #[expect(unsafe_code, reason = "a function of another file is a name for the linker")]
        #[allow(improper_ctypes, reason = "both sides are this crate")]
        #[link(wasm_import_module = "__wasm_split_placeholder__")]
        unsafe extern "C" {
            #[link_name = $near]
            $vis safe fn $name($($arg: $type),*);
        }
        #[cfg(all(target_arch = "wasm32", feature = "page"))]
        const _: () = {
            #[expect(unsafe_code, reason = "a function of another file is a name for the linker")]
            #[allow(improper_ctypes_definitions, reason = "both sides are this crate")]
            #[unsafe(export_name = $far)]
            extern "C" fn there($($arg: $type),*) {
                $there
            }
        };
        #[cfg(not(all(target_arch = "wasm32", feature = "page")))]
        $vis fn $name($($arg: $type),*) {
            $there
        }
    };
}

pub(crate) use part_call;
