//! Slots in an author's code: which there are, and where they stand.

use crate::english::english;
use keyfill::core::json::Json;
use keyfill::core::slot::{Cloud, Code, DEFAULTS, Kind, Language, Slots, Source, find};

fn from_json(json: &str) -> Result<Slots, String> {
    Slots::from_json(&Json::parse(json).unwrap()).map_err(|error| {
        assert_eq!(error.option, "slots");
        error.message()
    })
}

/// The ids of the slots in `text`.
fn ids(text: &str) -> Vec<String> {
    let slots = Slots::defaults();
    let all = find(&Code::block(text, Language::Unknown), &slots, &Cloud::default());
    all.iter().map(|found| slots.list()[found.slot].id.clone()).collect()
}

#[test]
fn every_default_name_is_one_slot_whatever_its_form() {
    let slots = Slots::defaults();
    for (at, default) in DEFAULTS.iter().enumerate() {
        assert_eq!(slots.by_id(default.id), Some(at));
        for name in default.names {
            let spaced = name.replace('-', " ").to_uppercase();
            let joined = name.replace('-', "");
            for form in [*name, &name.replace('-', "_"), &spaced, &joined, &format!("<{name}>")] {
                assert_eq!(slots.by_name(form), Some(at), "{form}");
            }
        }
    }
    for unknown in ["host", "none", "ERROR", "", "<>", "acess-key", "my-file"] {
        assert_eq!(slots.by_name(unknown), None, "{unknown}");
    }
    // What the plugin writes of the defaults is the defaults.
    let items: Vec<String> = DEFAULTS
        .iter()
        .map(|d| format!("{{\"id\":\"{}\",\"names\":[\"{}\"]}}", d.id, d.names.join("\",\"")))
        .collect();
    assert_eq!(from_json(&format!("[{}]", items.join(","))).unwrap(), slots);
}

#[test]
fn an_author_changes_names_and_adds_variables() {
    let slots = from_json(
        r#"[{"id":"region","names":["<Region>","zone"]},
        {"id":"image","names":["image id","bild"],"kind":"word","label":"Image"},
        {"id":"my-flavor","names":["flavor"]},{"id":"bucket","names":["b1"],"kind":"name"}]"#,
    )
    .unwrap();
    let list = slots.list();
    assert_eq!(slots.by_name("ZONE"), Some(0));
    assert_eq!(slots.by_name("access-key"), None, "the list is the whole one");
    assert_eq!(
        (list[1].source, english(&[list[1].label.clone()])),
        (Source::Variable(Kind::Word), "Image")
    );
    assert_eq!(
        (list[2].source, english(&[list[2].label.clone()])),
        (Source::Variable(Kind::Name), "My flavor")
    );
    assert_eq!(
        (list[3].source, english(&[list[3].label.clone()])),
        (Source::Variable(Kind::Name), "Bucket")
    );
}

#[test]
fn what_cannot_be_a_slot_is_named() {
    for (json, part) in [
        ("{}", "a list of slots"),
        ("[1]", "an id"),
        (r#"[{"id":"A b","names":["x"]}]"#, "A b (expected: an id"),
        (r#"[{"id":"x","names":["x"]},{"id":"x","names":["y"]}]"#, "x (expected: each slot once"),
        (r#"[{"id":"x","names":["My-Name","my name"]}]"#, "my name (expected: each name once"),
        (
            r#"[{"id":"x","names":["n_1"]},{"id":"y","names":["<N1>"]}]"#,
            "<N1> (expected: each name",
        ),
        (r#"[{"id":"x","names":[]}]"#, "at least one name"),
        (r#"[{"id":"x"}]"#, "at least one name"),
        (r#"[{"id":"x","names":[1]}]"#, "a name of letters"),
        (r#"[{"id":"x","names":["a/b"]}]"#, "a/b (expected: a name of letters"),
        (r#"[{"id":"x","names":["<<a>>"]}]"#, "a name of letters"),
        (r#"[{"id":"x","names":[" a"]}]"#, "a name of letters"),
        (r#"[{"id":"x","names":["42"]}]"#, "a name of letters"),
        (r#"[{"id":"x","names":["x"],"kind":"url"}]"#, "url (expected: bucket, object"),
        (r#"[{"id":"x","names":["x"],"kind":1}]"#, "bucket, object"),
        (r#"[{"id":"region","names":["x"],"kind":"word"}]"#, "a kind for the reader's own"),
        (r#"[{"id":"x","names":["x"],"label":" "}]"#, "a label"),
        ("[{\"id\":\"x\",\"names\":[\"x\"],\"label\":\"\u{202e}\"}]", "a label"),
    ] {
        let message = from_json(json).unwrap_err();
        assert!(message.starts_with("slots: ") && message.contains(part), "{json}: {message}");
    }
}

#[test]
fn slots_are_found_wherever_they_stand() {
    for (text, found) in [
        ("", &[][..]),
        ("<", &[]),
        ("<>", &[]),
        ("<region", &[]),
        ("x<region>y<BUCKET_name>", &["region", "bucket"]),
        ("https://s3-<region>.x/<bucket>?a=<seconds>", &["region", "bucket", "seconds"]),
        ("<none> <ERROR> <foo> <region>", &["region"]),
        ("<<region>> <<region> <region>> <a<region>", &["region"]),
        ("<Bucket>b</Bucket> <Bucket>b</bucket> </Region> <region>", &["region"]),
        ("<Key><access-key></Key> <bucket/> </", &["access-key"]),
        ("sort < file > sorted; a <file >b; a< file>", &[]),
        ("<reg\nion> <reg\r\nion> <access\u{a0}key>", &["access-key"]),
        ("<re\u{301}gion> <r\u{200b}egion>", &[]),
        ("<access  key  id>", &["access-key"]),
        ("a\u{a0}<region>\u{a0}<region>\u{301}", &["region", "region"]),
    ] {
        assert_eq!(ids(text), found, "{text:?}");
    }
    let long = format!("<region{}>", "-".repeat(58));
    assert_eq!(ids(&long), ["region"]);
    assert!(ids(&format!("<region{}>", "-".repeat(59))).is_empty());
}

#[test]
fn statements_that_destroy_are_known() {
    let slots = Slots::defaults();
    let destructive = |text: &str, language: &str| {
        let found = find(&Code::block(text, Language::of(language)), &slots, &Cloud::default());
        assert!(!found.is_empty(), "{text}");
        found.iter().any(|found| found.destructive)
    };
    for (language, text) in [
        ("bash", "openstack ec2 credentials delete <access-key-id>"),
        ("bash", "openstack ec2 credentials \\\n  delete \\\n  <access-key-id>"),
        ("console", "$ openstack ec2 credentials \\\n> delete <access-key-id>\n"),
        ("bash", "aws iam delete-access-key --access-key-id <access-key>"),
        ("bash", "aws iam update-access-key --status Inactive --access-key-id=<access-key>"),
        ("bash", "curl -X DELETE \"https://x/OS-EC2/<access-key>?a=1;b&c\""),
        ("bash", "echo <access-key> | xargs openstack ec2 credentials delete"),
        ("bash", "mc admin user svcacct rm local <access-key>"),
        ("bash", "radosgw-admin key rm --access-key <access-key>"),
        ("powershell", "Remove-IAMAccessKey `\n  -AccessKeyId <access-key>"),
        ("python", "iam.delete_access_key(\n    UserName='x',\n    AccessKeyId='<access-key>',\n)"),
        ("python", "iam.deleteAccessKey(AccessKeyId=<access-key>)"),
        ("js", "new DeleteAccessKeyCommand({\n  AccessKeyId: \"<access-key>\",\n});"),
        ("", "conn.identity.delete_credential('<access-key>')"),
        ("yaml", "- command: openstack ec2 credentials delete <access-key>"),
        ("bash", "revoke(<access-key>) || DESTROY"),
        ("bash", "curl -XDELETE https://x/OS-EC2/<access-key>"),
        ("bash", "curl -X DELETE https://x -d '{\n  \"access\": \"<access-key>\"\n}'"),
        ("bash", "openstack ec2 credentials delete \"$(\n  echo <access-key>\n)\""),
        ("bash", "xargs openstack ec2 credentials delete <<-'E'\n\t<access-key>\n\tE"),
        ("bash", "cat <<E | xargs openstack ec2 credentials delete\n<access-key>\nE\n"),
        ("bash", "xargs openstack ec2 credentials delete <<< <access-key>"),
        (
            "bash",
            "while read k; do\n  openstack ec2 credentials delete $k\ndone <<E\n<access-key>\nE",
        ),
        ("bash", "while read k; do\n  openstack ec2 credentials delete $k\ndone <<< <access-key>"),
        ("bash", "echo <access-key> | while read k; do openstack ec2 credentials delete $k; done"),
        ("bash", "for k in a <access-key>; do\n  openstack ec2 credentials delete $k\ndone"),
        ("", "echo <access-key> | while read k\ndo\n  mc admin user rm x $k\ndone"),
        ("python", "for k in ['<access-key>']:\n    iam.delete_access_key(AccessKeyId=k)"),
        ("bash", "f() {\n  sudo time openstack ec2 credentials delete <access-key>\n}"),
        ("bash", "for k in <access-key>; do\n  echo\n  openstack credential delete \"$k\"\ndone"),
        ("console", "$ export K='<access-key>'\n$ openstack ec2 credentials delete ${K}"),
        ("fish", "set -x K <access-key>\nopenstack ec2 credentials delete $K"),
        ("powershell", "$k = \"<access-key>\"\nRemove-IAMAccessKey $k"),
        ("python", "k = '<access-key>'\niam.delete_access_key(AccessKeyId=k)"),
        ("java", "DeleteAccessKeyRequest.builder()\n    .accessKeyId(\"<access-key>\")"),
        ("bash", "mc admin user disable local <access-key>"),
    ] {
        assert!(destructive(text, language), "{text}");
    }
    for (language, text) in [
        ("bash", "openstack ec2 credentials create <access-key>"),
        ("bash", "openstack ec2 credentials show <access-key>\nrm x"),
        ("bash", "rm x; aws configure set aws_access_key_id <access-key>"),
        ("bash", "rm x && aws configure set aws_access_key_id <access-key>"),
        ("bash", "openstack ec2 credentials delete <bucket>"),
        ("bash", "echo undeleted deletes rmdir <access-key>"),
        ("python", "s3.delete_bucket(Bucket='x')\ns3 = client(\n  key='<access-key>')"),
        ("python", "print(':(')\nx.delete()\nclient(\n  key='<access-key>')"),
        ("json", "{\n\"Action\": \"s3:DeleteObject\",\n\"key\": \"<access-key>\"}"),
        ("ini", "# delete this file\naws_access_key_id = <access-key>"),
        ("bash", "docker run --rm -e AWS_ACCESS_KEY_ID=<access-key> amazon/aws-cli s3 ls"),
        ("bash", "export K=<access-key>\nopenstack ec2 credentials delete $KEY $2K K"),
        ("bash", "rm x; cat <<E > y\nkey = <access-key>\ndelete_after = no\nE"),
        ("bash", "while read k; do\n  echo $k\ndone <<E\n<access-key>\nE\nrm x"),
        ("bash", "for x in a; do rm $x; done\naws configure set aws_access_key_id <access-key>"),
        ("bash", "cat <<E > x\n<access-key>\nE\nopenstack ec2 credentials delete y"),
        ("bash", "rm \"${x}\"\n  aws configure set aws_access_key_id <access-key>"),
    ] {
        assert!(!destructive(text, language), "{text}");
    }
}
