//! The places in the blocks of a client's file.

#![allow(clippy::unwrap_used, reason = "a test may panic")]

use serde_json::{Value, json};
use slot_engine::answer;

fn pieces(language: &str, text: &str) -> Value {
    let region = json!({"name": "Kna1", "keystone_url": "https://k.example/v3",
        "s3_endpoint": "https://s3-kna1.example:8080"});
    // The author has a slot of a name that the commands of clients have for something else.
    let slots = json!([{"id": "profile", "names": ["profile"]}, {"id": "team", "names": ["team"]}]);
    let config = json!({"brand": "Aurora", "regions": [region], "slots": slots}).to_string();
    let dataset = json!({"config": config}).to_string();
    let blocks = json!([{"language": language, "text": text}]);
    let request = json!({"dataset": dataset, "blocks": blocks}).to_string();
    let answer: Value = serde_json::from_str(&answer(&request)).unwrap();
    answer["blocks"][0].clone()
}

#[test]
fn a_block_is_text_and_slots_with_their_places() {
    let text = "p='<profile>'\naws --region <signing-region> s3 ls <endpoint> <team>";
    let read = json!([
        "p='",
        ["profile", "<profile>", "sh' r5"],
        "'\naws --region ",
        ["signing-region", "<signing-region>", "sh a"],
        " s3 ls ",
        ["endpoint", "<endpoint>", "sh a"],
        " ",
        ["team", "<team>", "sh a"]
    ]);
    assert_eq!(pieces("bash", text), read);
    assert_eq!(pieces("text", "<secret-key>"), json!([["secret-key", "<secret-key>", "plain r3"]]));
    assert_eq!(pieces("bash", "no slots"), json!(["no slots"]));
}

#[test]
fn a_value_that_does_not_belong_somewhere_has_no_place_there() {
    for (language, text) in [
        ("bash", "openstack ec2 credentials delete <access-key>"),
        ("bash", "curl -u <access-key>:<secret-key> https://s3.amazonaws.com"),
        ("bash", "echo !<bucket>"),
    ] {
        assert_eq!(pieces(language, text), Value::Null, "{text}");
    }
}
