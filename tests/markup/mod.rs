//! As much of HTML as Yew writes: elements with quoted attributes, and text between them.

/// An element, with what a screen reader makes of it.
#[derive(Debug)]
pub struct Element {
    pub tag: String,
    pub attributes: Vec<(String, String)>,
    /// The tags around it, outermost first.
    pub ancestors: Vec<String>,
    /// The text inside it, also of the elements in it.
    pub text: String,
}

impl Element {
    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(n, _)| n == name).map(|(_, value)| value.as_str())
    }

    /// The accessible name of a button or label.
    pub fn name(&self) -> &str {
        self.attribute("aria-label").unwrap_or(&self.text).trim()
    }
}

/// Every element of `html`, in the order in which they begin.
pub fn elements(html: &str) -> Vec<Element> {
    let mut all: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    let mut rest = html;
    while let Some((text, from_tag)) = rest.split_once('<') {
        for at in &open {
            all[*at].text.push_str(text);
        }
        let (inside, after) = from_tag.split_once('>').expect("a tag ends");
        rest = after;
        if let Some(tag) = inside.strip_prefix('/') {
            let last = open.pop().expect("an element is open");
            assert_eq!(all[last].tag, tag, "the elements are nested");
            continue;
        }
        let (tag, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
        let tag = tag.trim_end_matches('/');
        let ancestors = open.iter().map(|at| all[*at].tag.clone()).collect();
        all.push(Element {
            tag: tag.into(),
            attributes: read_attributes(attributes),
            ancestors,
            text: String::new(),
        });
        if !["input", "br", "img", "hr"].contains(&tag) {
            open.push(all.len() - 1);
        }
    }
    assert!(open.is_empty(), "an element is not closed");
    all
}

fn read_attributes(text: &str) -> Vec<(String, String)> {
    let mut attributes = Vec::new();
    let mut rest = text.trim().trim_end_matches('/');
    while !rest.is_empty() {
        let end = rest.find(['=', ' ']).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        let (value, after) = match after.strip_prefix("=\"") {
            Some(quoted) => quoted.split_once('"').expect("an attribute ends"),
            None => ("", after),
        };
        attributes.push((name.into(), value.into()));
        rest = after.trim_start();
    }
    attributes
}
