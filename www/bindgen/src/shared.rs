//! Keeps in the first file what several parts share.
//!
//! The cut makes a file of its own for what is in two parts and not in the first file, and a page
//! would have to fetch it before either. It is little, so it goes to the first file: a function
//! stays in what exports it, and data is written wherever its address says.

use std::collections::BTreeSet;

use wasm_encoder::{
    ConstExpr, DataCountSection, DataSection, ExportKind, ExportSection, Module, RawSection,
};
use wasmparser::{Data, DataKind, Export, KnownCustom, Name, Operator, Parser, Payload, TypeRef};

/// The names of the functions that a program has in itself.
///
/// # Errors
/// Where it is no WebAssembly.
pub fn functions(wasm: &[u8]) -> Result<BTreeSet<String>, String> {
    let (imported, names) = named(wasm)?;
    Ok(names.into_iter().filter(|(index, _)| *index >= imported).map(|(_, name)| name).collect())
}

/// The program, which also exports the functions with these names.
///
/// # Errors
/// Where it is no WebAssembly.
pub fn exporting(wasm: &[u8], names: &BTreeSet<String>) -> Result<Vec<u8>, String> {
    let (_, all) = named(wasm)?;
    let shared = all.into_iter().filter(|(_, name)| names.contains(name));
    let shared: Vec<u32> = shared.map(|(index, _)| index).collect();
    rewritten(wasm, |payload, module| {
        let Payload::ExportSection(reader) = payload else { return Ok(false) };
        let mut section = ExportSection::new();
        for export in reader.clone() {
            let Export { name, kind, index } = export.map_err(|error| said(&error))?;
            section.export(name, kind.into(), index);
        }
        for (count, index) in shared.iter().enumerate() {
            section.export(&format!("s{count}"), ExportKind::Func, *index);
        }
        module.section(&section);
        Ok(true)
    })
}

/// The program `main`, which also writes the data of `other` into their memory.
///
/// # Errors
/// Where one is no WebAssembly, or `other` has data that is not written at its start.
pub fn holding(main: &[u8], other: &[u8]) -> Result<Vec<u8>, String> {
    let mut data = DataSection::new();
    for wasm in [main, other] {
        for payload in Parser::new(0).parse_all(wasm) {
            let Payload::DataSection(reader) = payload.map_err(|error| said(&error))? else {
                continue;
            };
            for segment in reader {
                let Data { kind, data: bytes, .. } = segment.map_err(|error| said(&error))?;
                let DataKind::Active { memory_index, offset_expr } = kind else {
                    return Err("a part has data that is not written at its start".into());
                };
                let mut offset = offset_expr.get_operators_reader();
                let Ok(Operator::I32Const { value }) = offset.read() else {
                    return Err("a part has data without a fixed address".into());
                };
                data.active(memory_index, &ConstExpr::i32_const(value), bytes.iter().copied());
            }
        }
    }
    rewritten(main, |payload, module| {
        match payload {
            Payload::DataCountSection { .. } => {
                module.section(&DataCountSection { count: data.len() });
            }
            Payload::DataSection(_) => {
                module.section(&data);
            }
            _ => return Ok(false),
        }
        Ok(true)
    })
}

/// The program, with the sections that `instead` writes in the place of its own.
fn rewritten(
    wasm: &[u8],
    mut instead: impl FnMut(&Payload<'_>, &mut Module) -> Result<bool, String>,
) -> Result<Vec<u8>, String> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.map_err(|error| said(&error))?;
        if !instead(&payload, &mut module)?
            && let Some((id, range)) = payload.as_section()
        {
            let place = |at: u64| usize::try_from(at).map_err(|error| error.to_string());
            let data = &wasm[place(range.start)?..place(range.end)?];
            module.section(&RawSection { id, data });
        }
    }
    Ok(module.finish())
}

/// How many functions are imported, and the index and name of each that has one.
fn named(wasm: &[u8]) -> Result<(u32, Vec<(u32, String)>), String> {
    let (mut imported, mut names) = (0, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|error| said(&error))? {
            Payload::ImportSection(reader) => {
                for import in reader.into_imports() {
                    imported += u32::from(matches!(
                        import.map_err(|error| said(&error))?.ty,
                        TypeRef::Func(_)
                    ));
                }
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(parts) = section.as_known() else { continue };
                for part in parts {
                    let Ok(Name::Function(map)) = part else { continue };
                    for naming in map {
                        let naming = naming.map_err(|error| said(&error))?;
                        names.push((naming.index, naming.name.to_owned()));
                    }
                }
            }
            _ => {}
        }
    }
    Ok((imported, names))
}

fn said(error: &wasmparser::BinaryReaderError) -> String {
    error.to_string()
}
