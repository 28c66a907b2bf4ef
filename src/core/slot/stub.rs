
use super::*;
use crate::core::admit::RegionName;
use crate::core::endpoint::Endpoint;
use crate::core::secret::Secret;
#[derive(Clone, Copy, Debug)]
pub enum Value<'a> { Text(&'a str), Path(&'a str), Number(&'a str), Region(&'a RegionName), Endpoint(&'a Endpoint) }
#[derive(Clone, Debug)]
pub struct Place;
#[derive(Clone, Copy, Debug)]
pub struct Why;
impl Why { pub fn text(self) -> &'static str { "no" } }
#[derive(Clone, Debug)]
pub struct Found { pub start: usize, pub end: usize, pub slot: usize, pub place: Place, pub destructive: bool }
impl Place { pub fn write(&self, v: Value<'_>) -> Result<String, Why> { let t = match v { Value::Text(t)|Value::Path(t)|Value::Number(t) => t, Value::Region(r) => r.as_str(), Value::Endpoint(e) => e.url() }; if t.contains(' ') { Err(Why) } else { Ok(t.into()) } } }
pub fn find(text: &str, _l: Language, slots: &Slots) -> Vec<Found> {
  let mut out = Vec::new();
  for (i, _) in text.match_indices('<') { if let Some(j) = text[i..].find('>') { if let Some(s) = slots.by_name(&text[i+1..i+j]) { out.push(Found { start: i, end: i+j+1, slot: s, place: Place, destructive: text[..i].ends_with("delete ") }); } } }
  out
}
pub fn copied_lines(t: &Secret, _l: Language) -> Secret { t.clone() }
