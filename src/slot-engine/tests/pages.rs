//! Pages as a browser reads them, and what the engine says of their placeholders.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may panic")]

use serde_json::{Value, json};
use slot_engine::answer;

/// The findings in `html`: state and name of each.
fn states(html: &str) -> Vec<String> {
    let found = asked(&format!("<body>{html}"), &json!({}));
    let said = |found: &Value| {
        format!("{} {}", found["state"].as_str().unwrap(), found["written"].as_str().unwrap())
    };
    found.iter().map(said).collect()
}

/// The same where it does not matter whether a placeholder waits for the reader.
fn read(html: &str) -> Vec<String> {
    let states = states(html).into_iter();
    states.map(|state| state.replace("on request", "filled")).collect()
}

fn asked(html: &str, aliases: &Value) -> Vec<Value> {
    let region = |name: &str| {
        json!({"name": name, "keystone_url": "https://k.example/v3",
            "s3_endpoint": format!("https://s3-{}.example:8080", name.to_lowercase())})
    };
    let config = json!({"brand": "Aurora", "regions": [region("Kna1")]});
    let dataset = json!({"config": config.to_string()}).to_string();
    let request = json!({"dataset": dataset, "pages": [html], "aliases": aliases});
    let answer: Value = serde_json::from_str(&answer(&request.to_string())).unwrap();
    answer["pages"][0].as_array().unwrap_or_else(|| panic!("{answer}")).clone()
}

const REGION: &str = "filled <region>";

#[test]
fn a_page_is_read_as_a_browser_reads_it() {
    let off = "left alone <region>";
    for (html, found) in [
        ("<code>a&lt;region&gt;b</code>", &[REGION][..]),
        ("<code><span>&lt;</span>re<mark>gi</mark>on<span>&#62;</span></code>", &[REGION]),
        ("<code>&lt;region<!-- c -->&gt;</code>", &[REGION]),
        ("<code>&lt;&lt;region&gt;&gt; &lt;region&gt;&gt; &lt;reg\nion&gt;</code>", &[]),
        ("<code>&lt;region <region> &gt;</code>", &[]),
        ("&lt;region&gt; <code>x</code> &lt;region&gt;", &[]),
        ("<CODE>&LT;region&GT; &#x3C;region> &ltregion&gt</CODE>", &[REGION, REGION, REGION]),
        ("<pre><code>&lt;region&gt;", &[REGION]),
        ("<br><p>a<p>b<code>&lt;region&gt;</code><code>&lt;region&gt;</code>", &[REGION, REGION]),
        ("<table><tr><td><code>&lt;region&gt;</code></table>", &[REGION]),
        ("<table><code>&lt;region&gt;</code><tr><td>x</table>", &[REGION]),
        // What is not shown, or not as code.
        ("<script>'<code>&lt;region&gt;</code>'</script>", &[]),
        ("<style><code>&lt;region&gt;</code></style>", &[]),
        ("<title><code>&lt;region&gt;</code></title>", &[]),
        ("<!-- <code>&lt;region&gt;</code> -->", &[]),
        ("<noscript><code>&lt;region&gt;</code></noscript>", &[]),
        ("<template><code>&lt;region&gt;</code></template>", &[]),
        ("<iframe><code>&lt;region&gt;</code></iframe>", &[]),
        // What is skipped.
        ("<nav><code>&lt;region&gt;</code></nav>", &[]),
        ("<pre class='mermaid'><code>&lt;region&gt;</code></pre>", &[]),
        ("<div class='a MathJax b'><code>&lt;region&gt;</code></div>", &[]),
        ("<div class=mathjax><code>&lt;region&gt;</code></div>", &[]),
        ("<div class=md-search><code>&lt;region&gt;</code></div>", &[]),
        ("<p contenteditable><code>&lt;region&gt;</code></p>", &[]),
        ("<keyfill-panel><code>&lt;region&gt;</code></keyfill-panel>", &[]),
        ("<code>&lt;reg<i class='md-annotation'>&lt;region&gt;</i>ion&gt;</code>", &[REGION]),
        // What the author leaves alone.
        ("<pre class='x keyfill-off'><code>&lt;region&gt;</code></pre>", &[off]),
        ("<div data-keyfill=off><p><code>&lt;region&gt;</code></div>", &[off]),
        ("<div data-keyfill='off bucket'><code>&lt;region&gt;</code></div>", &[REGION]),
        ("<div data-keyfill='off bucket, REGION'><code>&lt;region&gt;</code></div>", &[off]),
        ("<div data-keyfill='of'><code>&lt;region&gt;</code></div>", &[REGION]),
        ("<!-- keyfill: off --> <pre><code>&lt;region&gt;</code></pre>", &[off]),
        ("<!--keyfill:off region--><pre><code>&lt;region&gt;</code></pre>", &[off]),
        ("<!-- Keyfill : off --><pre><code>&lt;region&gt;</code></pre>", &[REGION]),
        ("<!-- keyfill: off -->x<pre><code>&lt;region&gt;</code></pre>", &[REGION]),
        (
            "<!-- keyfill: off --><div class=highlight><pre><code>&lt;region&gt;</code></pre></div>",
            &[off],
        ),
        // What is no slot.
        (
            "<code>&lt;regoin&gt; &lt;none&gt; &lt;-x-&gt;</code>",
            &["unknown <regoin>", "unknown <none>"],
        ),
        (
            "<div data-keyfill='off regoin'><code>&lt;region&gt; &lt;x&gt;</code></div>",
            &[REGION, "unknown off regoin", "unknown <x>"],
        ),
        ("<div data-keyfill='off'><code>&lt;x&gt;</code></div>", &[]),
    ] {
        assert_eq!(read(html), found, "{html}");
    }
}

#[test]
fn code_in_a_sentence_is_read_with_the_text_around_it() {
    let (filled, asked, not) = (REGION, "on request <region>", "not filled <region>");
    for (html, found) in [
        ("<p>Replace <code>&lt;region&gt;</code> with yours.</p>", not),
        ("<p>Replace it.</p><p>In <code>&lt;region&gt;</code></p>", asked),
        ("<p>Replace <b>this: <em><code>&lt;region&gt;</code></em></b></p>", not),
        ("<p><a href=x>Replace</a> <code>x</code> and <code>&lt;region&gt;</code>.</p>", not),
        ("<p>Region: <code>&lt;region&gt;</code></p>", filled),
        ("<p><b>Region:</b> <code>&lt;region&gt;</code></p>", filled),
        ("<p>Region: <!-- replace --><code>&lt;region&gt;</code></p>", filled),
        ("<ul><li>Replace it<ul><li>Region: <code>&lt;region&gt;</code></ul></ul>", filled),
        ("<ul><li><code>&lt;region&gt;</code>: the region</ul>", not),
        ("<p><code>&lt;region&gt;</code> is the region.</p>", not),
        ("<dl><dt><code>&lt;region&gt;</code><dd>the region</dl>", not),
        ("<table><tr><th>a<th>b<tr><td>x<td><code>&lt;region&gt;</code></table>", filled),
        ("<table><tr><td>x<td><p><code>&lt;region&gt;</code></p></table>", filled),
        ("<table><tr><th>Placeholder<tr><td><code>&lt;region&gt;</code></table>", not),
        (
            "<table><thead><tr><th>a<th>Variable</thead><tbody><tr><td>x\
                <td><code>&lt;region&gt;</code></table>",
            not,
        ),
        ("<table><tr><td><code>&lt;region&gt;</code><td>x</table>", asked),
        ("<pre><code>Region &lt;region&gt;</code></pre>", filled),
        ("<p>In <code>--region &lt;region&gt;</code></p>", filled),
        ("<code>&lt;region&gt;</code>", asked),
    ] {
        assert_eq!(states(html), [found], "{html}");
    }
    let secret = "<table><tr><td>Secret access key<td><code>&lt;secret-key&gt;</code></table>";
    assert_eq!(states(secret), ["on request <secret-key>"]);
}

#[test]
fn an_author_can_be_sure() {
    let code = "<pre><code>login &lt;secret-key&gt;</code></pre>";
    let (without, filled) = ("without evidence <secret-key>", "filled <secret-key>");
    for (html, found) in [
        (code.to_owned(), without),
        (format!("<div data-keyfill=sure>{code}</div>"), filled),
        (format!("<div class=keyfill-sure>{code}</div>"), filled),
        (format!("<!-- keyfill: sure secret-key -->{code}"), filled),
        (format!("<!-- keyfill: sure region -->{code}"), without),
        (format!("<div data-keyfill='off region; sure'>{code}</div>"), filled),
        (
            format!("<div data-keyfill=sure><!-- keyfill: off -->{code}</div>"),
            "left alone <secret-key>",
        ),
    ] {
        assert_eq!(states(&html), [found], "{html}");
    }
}

#[test]
fn classes_have_their_case_where_a_page_has_a_doctype() {
    let page = "<body><div class=mathjax><code>&lt;region&gt;</code></div>";
    assert!(asked(page, &json!({})).is_empty());
    assert_eq!(asked(&format!("<!doctype html>{page}"), &json!({})).len(), 1);
}

#[test]
fn the_language_is_that_of_the_block() {
    let value = |html: &str| {
        let found = asked(html, &json!({}));
        (found[0]["state"].as_str().unwrap().to_owned(), found[0]["why"].clone())
    };
    let code = "<code>python -c &lt;file&gt;</code>";
    let plain = ("filled".to_owned(), json!("only if it has no spaces or special characters"));
    assert_eq!(value(code), plain);
    for html in [
        "<pre><code class='language-bash'>cat &lt;file&gt;</code></pre>",
        "<pre class='lang-sh'><code>cat &lt;file&gt;</code></pre>",
        "<div class='language-bash highlight'><pre><code>cat &lt;file&gt;</code></pre></div>",
        "<div class='highlight-source-zsh codehilite'><pre><code>cat &lt;file&gt;</code></pre></div>",
        "<pre><code><span class=gp>$ </span>cat &lt;file&gt;</code></pre>",
    ] {
        assert_eq!(value(html).0, "filled", "{html}");
        assert_ne!(value(html), plain, "{html}");
    }
    let guessed = "<pre><code class='hljs language-bash'>cat &lt;file&gt;</code></pre>";
    assert_eq!(value(guessed), plain);
}

#[test]
fn what_is_written_is_told() {
    let told = |html: &str| {
        let found = asked(html, &json!({}));
        let each = found.iter().map(|found| {
            let words = [&found["state"], &found["value"]];
            words.map(|word| word.as_str().unwrap_or_default()).join(": ")
        });
        each.collect::<Vec<_>>()
    };
    let block = |language: &str, text: &str| {
        let text = text.replace('<', "&lt;").replace('>', "&gt;");
        told(&format!("<pre class='language-{language}'><code>{text}</code></pre>"))
    };
    assert_eq!(
        block("bash", "aws --profile <region> --region <region> s3 ls s3://<bucket>"),
        ["filled: kna1", "filled: Kna1", "filled: the reader's value (Bucket)"]
    );
    assert_eq!(
        block("bash", "curl <endpoint>/ https://<s3-host>/"),
        ["filled: https://s3-kna1.example:8080", "filled: s3-kna1.example:8080"]
    );
    assert_eq!(block("yaml", "url: <endpoint>/x"), ["cannot be written: "]);
    assert_eq!(
        block("bash", "openstack ec2 credentials delete <access-key>"),
        ["chosen: the reader's access key"]
    );
}

#[test]
fn a_name_may_be_tried_as_that_of_a_slot() {
    let html = "<code>&lt;your_region&gt; &lt;region&gt;</code>";
    assert_eq!(states(html), [REGION, "unknown <your_region>"]);
    let found = asked(html, &json!({"your region": "region", "x": "no-such-slot"}));
    let slots: Vec<_> = found.iter().map(|found| found["slot"].as_str().unwrap()).collect();
    assert_eq!(slots, ["region", "region"]);
    assert_eq!(found[0]["written"], "<your_region>");
}

#[test]
fn what_is_wrong_with_a_request_is_told() {
    for (request, part) in [
        ("", "EOF"),
        ("{}", "dataset"),
        (r#"{"dataset": "{}", "pages": []}"#, "data-regions"),
        (r#"{"dataset": "{\"config\": \"{}\"}", "pages": []}"#, "data-config"),
    ] {
        let answer: Value = serde_json::from_str(&answer(request)).unwrap();
        let said = answer["refused"].as_str().unwrap_or_else(|| panic!("{answer}"));
        assert!(said.contains(part), "{request}: {said}");
    }
}

#[test]
fn a_page_that_is_all_nesting_is_read() {
    // Browsers do not nest so deep, and neither do we.
    let deep = "<div><b><code>".repeat(1_000);
    let found = read(&format!("{deep}&lt;region&gt;"));
    assert!(!found.is_empty() && found.len() < 512 && found.iter().all(|one| one == REGION));
}
