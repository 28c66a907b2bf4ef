//! Reads files and code with values in their slots, with the programs they are for.

use std::process::Command;

use keyfill::core::slot::Language;
use proptest::prelude::*;
use serde_json::{Value, json};

use super::filled::{Filled, HOSTILE, filled, value};
use super::readers::RUNNING;
use crate::confined::Run;
use crate::oracle::{is_there, python, run};
use crate::random::{cases, times};

/// What reads each of the texts, and prints null for one that it refuses.
const READ: &str = "import ast, configparser, datetime, json, sys, tomllib
def ini(text):
    parser = configparser.ConfigParser(interpolation=None); parser.optionxform = str
    parser.read_string(text)
    return {name: dict(parser[name]) for name in parser}
def python(text):
    out = []
    exec(text, {'put_object': lambda *all: out.append([x.decode('latin-1') if isinstance(x, bytes) else x for x in all])})
    return out
def yaml(text):
    import yaml
    return list(yaml.safe_load_all(text))
def jsonc(text):
    return json.loads('\\n'.join(line for line in text.split('\\n') if not line.startswith('//')))
def sql(text):
    import sqlite3
    return sqlite3.connect(':memory:').execute(text).fetchall()
def xml(text):
    from xml.etree import ElementTree
    parser = ElementTree.XMLParser(target=ElementTree.TreeBuilder(insert_comments=True))
    parser.feed(text)
    return [[e.tag if isinstance(e.tag, str) else '', e.attrib, e.text, e.tail] for e in parser.close().iter()]
read = {'ini': ini, 'sql': sql, 'xml': xml, 'python': python, 'yaml': yaml, 'json': jsonc, 'toml': tomllib.loads}[sys.argv[1]]
def tree(value):
    if isinstance(value, dict): return {k if isinstance(k, str) else '#' + json.dumps(tree(k), ensure_ascii=False): tree(v) for k, v in value.items()}
    if isinstance(value, (list, tuple, set)): return [tree(v) for v in value]
    if isinstance(value, str) or value is None or isinstance(value, bool) or isinstance(value, int): return value
    return 'a ' + type(value).__name__ + repr(value)
def each(text):
    try: return tree(read(text))
    except Exception: return None
json.dump([each(text) for text in json.load(sys.stdin)], sys.stdout)";

/// The same for INI, with PHP, which has operators, constants and words of its own there.
const READ_BY_PHP: &str = "$each = fn($text) => ($read = @parse_ini_string($text, true)) === false ? null : (object) $read;
echo json_encode(array_map($each, json_decode(stream_get_contents(STDIN))));";
/// The same for JavaScript, with Node: what `put_object` is called with. On a busy machine a text
/// that does not loop takes long, too.
const READ_BY_NODE: &str = "const each = (text) => {
  const out = [];
  try { vm.runInNewContext(text, { put_object: (...all) => void out.push(all) }, { timeout: 10_000 }); } catch { return null; }
  return out;
};
const texts = JSON.parse(fs.readFileSync(0, 'utf8'));
console.log(JSON.stringify(texts.map(each)));";
/// How a program is called here that reads INI.
const PHP: &str = "php.ini";

/// The language of what is read for `reader`, which is its name but for PHP.
fn language_of(reader: &str) -> Language {
    Language::of(if reader == PHP { "ini" } else { reader })
}

fn read(language: &str, texts: &[&str]) -> Option<Vec<Value>> {
    match language {
        PHP => return read_by("php", &["-n", "-r", READ_BY_PHP], texts),
        "js" => return read_by("node", &["-e", READ_BY_NODE], texts),
        _ => {}
    }
    let module = if language == "yaml" { "yaml" } else { "tomllib" };
    let place = Run::new(&[]);
    let confined = || {
        let mut command = Command::new("/usr/bin/python3");
        place.confine(&mut command);
        command
    };
    let import = format!("import {module}");
    let is_there = confined().args(["-c", &import]).output().is_ok_and(|out| out.status.success());
    let mut command = if is_there { confined() } else { Command::new(python(module)?) };
    command.args(["-X", "utf8", "-W", "ignore", "-c", READ, language]);
    let read = run(&mut command, &json!(texts).to_string());
    place.expect_empty(language);
    println!("{language}: {} texts", texts.len());
    // What was run before may have printed something.
    let last = read.rsplit('\n').next().unwrap_or_default();
    Some(serde_json::from_str(last).unwrap())
}

fn read_by(program: &str, arguments: &[&str], texts: &[&str]) -> Option<Vec<Value>> {
    if !is_there(program, &["--version"]) {
        return None;
    }
    let place = Run::new(&[]);
    let mut command = Command::new(program);
    place.confine(&mut command);
    let read = run(command.args(arguments), &json!(texts).to_string());
    place.expect_empty(program);
    println!("{program}: {} texts", texts.len());
    Some(serde_json::from_str(&read).unwrap())
}

/// Fills each template with each hostile value, and compares with the JSON that must be read,
/// where `@` is the value. At least `share` percent of them can be written.
pub fn check(language: &str, templates: &[(&str, &str)], share: usize) {
    let cases = templates.iter().flat_map(|(template, wanted)| {
        HOSTILE.iter().filter_map(move |value| {
            let case =
                filled(&template.replace("show", "put_object"), language_of(language), &[value]);
            let value = case.values.first().map_or(*value, |(_, value)| value);
            let wanted: Value = serde_json::from_str(wanted).unwrap();
            let wanted = with(&wanted, value);
            case.refused.is_empty().then_some((case, wanted))
        })
    });
    let cases: Vec<(Filled, Value)> = cases.collect();
    let texts: Vec<&str> = cases.iter().map(|(case, _)| case.text.as_str()).collect();
    let Some(read) = read(language, &texts) else { return };
    for ((case, wanted), read) in cases.iter().zip(read) {
        assert_eq!(&read, wanted, "{language}:\n{}", case.text);
    }
    let written = 100 * cases.len() / (templates.len() * HOSTILE.len());
    assert!(written >= share, "{language}: only {written} % can be written");
}

/// `tree` with `value` for each `@`, also in the names of members.
fn with(tree: &Value, value: &str) -> Value {
    match tree {
        Value::String(text) if text == "#" => value.parse::<u64>().unwrap().into(),
        Value::String(text) => text.replace('@', value).into(),
        Value::Array(items) => items.iter().map(|item| with(item, value)).collect(),
        Value::Object(members) => members
            .iter()
            .map(|(name, item)| (name.replace('@', value), with(item, value)))
            .collect(),
        other => other.clone(),
    }
}

/// Fills random templates, and compares what is read of them and of their twins.
pub fn compare(language: &str, template: impl Strategy<Value = String>, count: usize) {
    compare_with(language, template, value(), count);
}

/// The same with values that run something where they are read again.
pub fn compare_hostile(language: &str, template: impl Strategy<Value = String>, count: usize) {
    let running = prop::sample::select(&RUNNING[..]).prop_map(String::from);
    compare_with(language, template, prop_oneof![value(), running], count);
}

fn compare_with(
    language: &str,
    template: impl Strategy<Value = String>,
    value: impl Strategy<Value = String>,
    count: usize,
) {
    let random = cases((template, prop::collection::vec(value, 1..4)), count);
    let random: Vec<Filled> = random
        .into_iter()
        .map(|(template, values)| {
            let values: Vec<&str> = values.iter().map(String::as_str).collect();
            filled(&template.replace("show", "put_object"), language_of(language), &values)
        })
        .filter(|case| !case.values.is_empty())
        .collect();
    let texts: Vec<&str> =
        random.iter().flat_map(|case| [case.twin.as_str(), case.text.as_str()]).collect();
    let Some(read) = read(language, &texts) else { return };
    let mut proven = 0;
    let mut failed = Vec::new();
    for (case, read) in random.iter().zip(read.chunks(2)) {
        // A twin that is refused says nothing.
        if !read[0].is_null() {
            let shown = read[0].to_string();
            proven += usize::from(case.values.iter().any(|(word, _)| shown.contains(word)));
            if case.expected_tree(&read[0]) != read[1] {
                failed.push((case, read));
            }
        }
    }
    failed.sort_by_key(|(case, _)| case.text.len());
    assert!(
        failed.is_empty(),
        "{language}: {} failed: {:#?}",
        failed.len(),
        &failed[..failed.len().min(4)]
    );
    assert!(50 * proven >= count * times(), "{language}: only {proven} of {count} say something");
}
