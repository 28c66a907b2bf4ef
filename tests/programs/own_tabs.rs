//! The operator's own tabs, and the reader's own values in all tabs, with real shells.

use crate::samples;

use std::process::Command;

use keyfill::core::client::CommandsAt;
use keyfill::core::config::Config;
use keyfill::core::snippet::{self, Form, Part, Section, Step, Style, steps};
use serde_json::{Value, json};

use crate::oracle::{Shell, directory, expect_empty, run, scripted};
use crate::samples::{ACCESS, CLIENTS, Known, PROJECT, SECRET, USER, filled_in, steps_of};

/// What nobody should have in the name of a file, and somebody has.
const HOSTILE: [&str; 12] = [
    "plain.txt",
    "it's here.txt",
    "\"quoted\".txt",
    "$(touch pwned)",
    "`touch pwned`",
    "a;touch pwned",
    "a\\",
    "~/*.txt",
    "!! $HOME %PATH% {a,b}",
    "-rf",
    "</code><script>alert(1)</script>",
    "åäö 😀",
];

/// A site with one own tab of one step.
fn site(language: &str, text: &str) -> Config {
    let step = json!({"lead": "Do it.", "language": language, "text": text});
    with_tabs(&json!([{"id": "own", "label": "Own", "steps": [step]}]))
}

fn with_tabs(tabs: &Value) -> Config {
    let mut config: Value = serde_json::from_str(samples::CONFIG).unwrap();
    config["tabs"] = tabs.clone();
    Config::from_json(&config.to_string()).unwrap()
}

fn step(config: &Config, known: Known, values: &[(&str, &str)]) -> Step {
    let client = config.client("own").and_then(|client| config.entry(client)).unwrap();
    let CommandsAt::Here(tab) = &client.commands else { panic!("{client:?}") };
    let all = |form| {
        let style = Style { shell: snippet::Shell::Posix, form, is_for_others: false };
        let file = tab.into();
        filled_in(config, known, values, |f| steps(&file, &Section::SHOWN, style, f)).remove(0)
    };
    let (prompt, quick) = (all(Form::Prompt), all(Form::Quick));
    assert_eq!(copied(&prompt), copied(&quick), "it is the same in both forms");
    prompt
}

fn copied(step: &Step) -> String {
    step.snippet.copied().expose().to_owned()
}

/// What is seen, with the secrets masked.
fn shown(step: &Step) -> String {
    let text = |part: &Part| match part {
        Part::Plain(text) | Part::Placeholder(text) | Part::Refused(text) => {
            text.clone().into_owned()
        }
        Part::Value(text) | Part::Around(text) => text.clone(),
        Part::Secret(_) => "***".into(),
    };
    step.snippet.parts.iter().map(text).collect()
}

#[test]
fn slots_are_filled_under_all_their_names_once_there_is_a_key() {
    let text = "a <access-key> <Access Key ID> <aws_access_key_id>
s <secret key> r <region> --profile <region> e <endpoint> h <s3-host>
p <tenant-id> u <user-id> b <bucket-name> o <unknown> <<region>>";
    let config = site("bash", text);
    let all = step(&config, Known::All, &[("bucket", "my-bucket")]);
    let expected = format!(
        "a {ACCESS} {ACCESS} {ACCESS}
s *** r Aur1 --profile aur1 e https://s3-aur1.aurora.example:8080 h s3-aur1.aurora.example:8080
p {PROJECT} u {USER} b my-bucket o <unknown> <<region>>"
    );
    assert_eq!(shown(&all), expected);
    assert_eq!(copied(&all), expected.replace("***", SECRET));

    // Until then it is what the operator wrote, as the static page has it.
    for known in [Known::Nothing, Known::Region] {
        let step = step(&config, known, &[]);
        assert_eq!((shown(&step), copied(&step)), (text.to_owned(), text.to_owned()));
        let slots = step.snippet.parts.iter().filter(|part| part.is_gap());
        assert_eq!(slots.count(), 11);
    }
    let own = step(&config, Known::Region, &[("bucket", "my-bucket")]);
    assert_eq!(copied(&own), text.replace("<bucket-name>", "my-bucket"));
}

#[test]
fn a_secret_is_marked_wherever_it_stands() {
    for (language, text) in [
        ("bash", "AWS_SECRET_ACCESS_KEY='<secret-key>' x --secret=<secret-key>"),
        ("ini", "secret_key = <secret-key>"),
        ("json", "{\"secret\": \"<secret-key>\"}"),
        ("python", "x = '<secret-key>'"),
        ("powershell", "$Env:AWS_SECRET_ACCESS_KEY = \"<secret-key>\""),
        ("yaml", "secret: <secret-key>"),
        ("", "<secret-key>"),
    ] {
        let step = step(&site(language, text), Known::All, &[]);
        assert!(copied(&step).contains(SECRET), "{language}: {}", copied(&step));
        assert!(!shown(&step).contains(SECRET) && shown(&step).contains("***"), "{language}");
        assert!(!format!("{step:?}").contains(SECRET), "{language}");
    }
}

#[test]
fn the_key_in_use_does_not_get_into_a_command_that_deletes() {
    let text = "openstack ec2 credentials delete <access-key>
openstack ec2 credentials show <access-key>";
    let step = step(&site("bash", text), Known::All, &[]);
    assert_eq!(copied(&step), text.replace("show <access-key>", &format!("show {ACCESS}")));
}

#[test]
fn prompts_and_output_are_shown_and_not_copied() {
    let text = "$ s5cmd ls s3://<bucket>/\n2026/11/25 <bucket> <secret-key>\n$ s5cmd version";
    let step = step(&site("console", text), Known::All, &[("bucket", "my-bucket")]);
    assert_eq!(copied(&step), "s5cmd ls s3://my-bucket/\ns5cmd version");
    assert_eq!(shown(&step), text.replacen("<bucket>", "my-bucket", 1));
    assert!(!step.snippet.parts.iter().any(|part| matches!(part, Part::Secret(_))));
}

#[test]
fn what_an_operator_writes_stays_text() {
    let text = "</code><script>alert(1)</script> {{panel}} <img src=x>\t'\"\\ <region";
    let step = step(&site("bash", text), Known::All, &[]);
    assert_eq!((shown(&step), copied(&step)), (text.to_owned(), text.to_owned()));
}

/// Runs `script` where the programs of all clients print their arguments, a zero after each.
fn arguments(shell: Shell, script: &str) -> Vec<String> {
    let names = ["aws", "mc", "s3cmd", "rclone", "openstack"];
    let define = |name: &&str| format!("{name}() {{ printf '%s\\0' \"$@\"; }}\n");
    let script = [&*names.iter().map(define).collect::<String>(), script].concat();
    let directory = directory();
    let printed = run(shell.script(&script).current_dir(&directory), "");
    expect_empty(directory.path(), &script);
    printed.split_terminator('\0').map(str::to_owned).collect()
}

/// In every place a value is read back by real shells as it is, or it is not written at all.
#[test]
fn hostile_values_are_quoted_or_left_out() {
    let mut written = 0;
    for place in
        ["<file>", "'<file>'", "\"<file>\"", "--name=<file>", "\"./<file>\"", "s3://b/<file>"]
    {
        let config = site("bash", &format!("openstack {place}"));
        for value in HOSTILE {
            let step = step(&config, Known::Region, &[("file", value)]);
            if step.snippet.parts.iter().any(Part::is_gap) {
                assert_eq!(copied(&step), format!("openstack {place}"), "{value}");
                continue;
            }
            written += 1;
            let expected = place.replace(['\'', '"'], "").replace("<file>", value);
            for shell in scripted() {
                assert_eq!(arguments(shell, &copied(&step)), [&*expected], "{place}");
            }
        }
    }
    assert!(written > 40, "{written} of {}", 6 * HOSTILE.len());
}

#[test]
fn the_readers_values_get_into_the_commands_of_every_client() {
    let config = Config::from_json(samples::CONFIG).unwrap();
    let mut filled = 0;
    for client in CLIENTS {
        for value in HOSTILE {
            let values = [("bucket", "my-bucket"), ("file", value)];
            let usage = |steps: Vec<Step>| {
                copied(steps.iter().rfind(|step| step.section == Section::Use).unwrap())
            };
            let with = |values: &[(&str, &str)]| {
                let quick = Some(Form::Quick);
                filled_in(&config, Known::All, values, |f| usage(steps_of(client, quick, f)))
            };
            let text = with(&values);
            assert!(!text.contains("<bucket>"), "{client:?}: {text}");
            if text.contains("<file>") {
                // It would be read as an option, or it means something to the program.
                let is_plain = value.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'.');
                assert!(!is_plain, "{client}: {value}: {text}");
                continue;
            }
            filled += 1;
            let copy = [value, ".copy"].concat();
            if client == "boto3" {
                let code = "import ast, sys
for node in ast.walk(ast.parse(sys.stdin.read())):
    if isinstance(node, ast.Constant): sys.stdout.buffer.write(node.value.encode() + b'\\0')";
                let found = run(Command::new("python3").args(["-c", code]), &text);
                let count = |text: &str| found.split('\0').filter(|found| *found == text).count();
                let counts = [count(value), count("my-bucket"), count(&copy)];
                assert_eq!(counts, [4, 5, 1], "{text}");
                continue;
            }
            for shell in scripted() {
                let found = arguments(shell, &text);
                let ends = |end: &str| found.iter().filter(|found| found.ends_with(end)).count();
                assert!(found.contains(&value.to_owned()) && found.contains(&copy), "{text}");
                assert_eq!(ends(&["my-bucket/", value].concat()), 3, "{text}");
            }
        }
    }
    assert!(filled > 30, "{filled} of {}", 6 * HOSTILE.len());
}

#[test]
fn an_operators_slots_are_known_in_all_tabs() {
    let mut config: Value = serde_json::from_str(samples::CONFIG).unwrap();
    config["slots"] = json!([{"id": "vm", "names": ["vm name"], "kind": "word"},
        {"id": "bucket", "names": ["hink"], "kind": "bucket"}]);
    let step_of =
        json!([{"lead": "x.", "language": "bash", "text": "own <VM-Name> <bucket> <hink>"}]);
    config["tabs"] = json!([{"id": "own", "label": "Own", "steps": step_of}]);
    let config = Config::from_json(&config.to_string()).unwrap();
    let values = [("vm", "web1"), ("bucket", "my-bucket")];
    assert_eq!(copied(&step(&config, Known::All, &values)), "own web1 <bucket> my-bucket");
    let form = Some(Form::Quick);
    let aws = filled_in(&config, Known::All, &values, |f| steps_of("aws", form, f));
    let usage = aws.iter().find(|step| step.section == Section::Use).unwrap();
    assert!(copied(usage).contains("--bucket my-bucket"), "whatever the author calls it");
}

#[test]
fn a_step_that_is_off_stays_as_it_is() {
    let text = "aws --region <region> s3 ls # <access-key> <bucket>";
    let step_with = |off: bool| {
        let step = json!({"lead": "Do it.", "language": "bash", "text": text, "off": off});
        let config = with_tabs(&json!([{"id": "own", "label": "Own", "steps": [step]}]));
        copied(&self::step(&config, Known::All, &[("bucket", "abc")]))
    };
    assert_eq!(step_with(true), text);
    assert!(step_with(false).contains(ACCESS));
}
