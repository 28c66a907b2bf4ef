//! The texts of files with their slots filled: all or nothing, since a file that lacks something is
//! of no use.

use super::{Filling, Part};
use crate::core::quote::Target;
use crate::core::secret::Secret;

/// The pieces of a `text` in which every `<name>` of a slot has its value; `None` where one has none.
pub(super) fn parts(text: &'static str, target: Target, filling: Filling<'_>) -> Option<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('<') {
        let (name, after) = behind.split_once('>')?;
        parts.extend([Part::Plain(before.into()), value(name, target, filling)?]);
        rest = after;
    }
    parts.push(Part::Plain(rest.into()));
    Some(parts)
}

/// The value of the slot `name`, quoted.
fn value(name: &str, target: Target, filling: Filling<'_>) -> Option<Part> {
    let Filling { region: Some(region), key: Some(key), .. } = filling else { return None };
    let s3 = filling.endpoint()?;
    let profile;
    let value = match name {
        // The profile or file for the region; for people, its name is `<region-name>`.
        "region" => {
            profile = region.name.profile();
            &profile
        }
        "region-name" => region.name.as_str(),
        "signing-region" => region.signing_region.as_str(),
        "endpoint" => s3.url(),
        "host" => s3.host(),
        "use-https" if s3.is_https() => "true",
        "use-https" => "false",
        "keystone-url" => region.keystone.as_str(),
        "user-id" => key.user.as_str(),
        "project-id" => key.project.as_str(),
        "access-key" => key.access.as_str(),
        "secret-key" => {
            let quoted = target.quote(key.secret.as_secret().expose())?;
            return Some(Part::Secret(Secret::new(quoted)));
        }
        _ => return None,
    };
    target.quote(value).map(Part::Value)
}
