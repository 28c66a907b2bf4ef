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

/// One step through markup.
pub enum Token<'a> {
    Text(&'a str),
    /// The next of [`elements`] begins. A void one has nothing in it, and no end.
    Open {
        is_void: bool,
    },
    Close {
        tag: &'a str,
    },
}

/// `html` step by step.
pub fn tokens(html: &str) -> impl Iterator<Item = Token<'_>> {
    html.split('<').enumerate().flat_map(|(at, piece)| {
        let (tag, text) = if at == 0 { (None, piece) } else { split_tag(piece) };
        [tag.map(token), Some(Token::Text(text))].into_iter().flatten()
    })
}

/// Every element of `html`, in the order in which they begin.
pub fn elements(html: &str) -> Vec<Element> {
    let mut all: Vec<Element> = Vec::new();
    let mut open: Vec<usize> = Vec::new();
    for (at, piece) in html.split('<').enumerate() {
        let (tag, text) = if at == 0 { (None, piece) } else { split_tag(piece) };
        if let Some(inside) = tag {
            if let Some(tag) = inside.strip_prefix('/') {
                let last = open.pop().expect("an element is open");
                assert_eq!(all[last].tag, tag, "the elements are nested");
            } else {
                let (tag, attributes) = name_and_attributes(inside);
                let ancestors = open.iter().map(|at| all[*at].tag.clone()).collect();
                let attributes = read_attributes(attributes);
                let text = String::new();
                all.push(Element { tag: tag.into(), attributes, ancestors, text });
                if !is_void(tag) {
                    open.push(all.len() - 1);
                }
            }
        }
        for at in &open {
            all[*at].text.push_str(text);
        }
    }
    assert!(open.is_empty(), "an element is not closed");
    all
}

fn split_tag(piece: &str) -> (Option<&str>, &str) {
    let (tag, text) = piece.split_once('>').expect("a tag ends");
    (Some(tag), text)
}

fn token(inside: &str) -> Token<'_> {
    if let Some(tag) = inside.strip_prefix('/') {
        return Token::Close { tag };
    }
    Token::Open { is_void: is_void(name_and_attributes(inside).0) }
}

fn name_and_attributes(inside: &str) -> (&str, &str) {
    let (tag, attributes) = inside.split_once(' ').unwrap_or((inside, ""));
    (tag.trim_end_matches('/'), attributes)
}

fn is_void(tag: &str) -> bool {
    ["input", "br", "img", "hr"].contains(&tag)
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

/// Fails unless each control of a panel called `keyfill-1` has a name, and each reference and id
/// is right.
pub fn can_be_used_without_eyes(name: &str, html: &str) {
    let all = elements(html);
    for element in &all {
        let is_field = ["input", "select", "textarea"].contains(&element.tag.as_str());
        if element.tag == "button" {
            assert!(!element.name().is_empty(), "{name}: a button has no name: {element:?}");
            assert!(element.attribute("type").is_some(), "{name}: {element:?}");
        } else if is_field {
            assert!(is_labelled(element, &all), "{name}: no label: {element:?}");
        } else {
            // What can be pressed is a real button or field.
            assert!(element.attribute("onclick").is_none(), "{name}: {element:?}");
        }
        for reference in ["for", "aria-labelledby", "aria-describedby", "aria-controls"] {
            for id in element.attribute(reference).unwrap_or_default().split_whitespace() {
                let is_there = all.iter().any(|other| other.attribute("id") == Some(id));
                assert!(is_there, "{name}: {reference}={id} leads nowhere");
            }
        }
    }
    let mut ids: Vec<&str> = all.iter().filter_map(|e| e.attribute("id")).collect();
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count, "{name}: an id stands twice");
    assert!(ids.iter().all(|id| id.starts_with("keyfill-1-")), "{name}: {ids:?}");
}

fn is_labelled(field: &Element, all: &[Element]) -> bool {
    let by_id = field.attribute("id").is_some_and(|id| {
        all.iter()
            .any(|e| e.tag == "label" && e.attribute("for") == Some(id) && !e.name().is_empty())
    });
    let by_name = field.attribute("aria-label").is_some_and(|name| !name.is_empty());
    by_id || by_name || field.ancestors.iter().any(|tag| tag == "label")
}
