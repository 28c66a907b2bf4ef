//! Snippets with made-up values.

use keyfill::core::admit::{AccessKey, Id, SecretKey};
use keyfill::core::config::Config;
use keyfill::core::rules::default;
use keyfill::core::secret::Secret;
use keyfill::core::snippet::{Filling, Form, Key, Section, Shell, Step, Style, steps};

use crate::client_files;

/// The clients of a site that says nothing of them.
pub const CLIENTS: [&str; 6] = default::CLIENTS;

pub const ACCESS: &str = "3f9c51a6d2e84b07a1c95e60b7d8f2a4";
pub const SECRET: &str = "0badc0de0badc0de0badc0de0badc0de";
pub const PROJECT: &str = "4f1c2d3e5a6b47889900aabbccddeeff";
pub const USER: &str = "9a8b7c6d5e4f40312233445566778899";
pub const CONFIG: &str = r#"{"brand":"Aurora","regions":[{"name":"Aur1",
    "keystone_url":"https://aur1.example:5000/v3","s3_endpoint":"https://s3-aur1.aurora.example:8080"}]}"#;

/// The section with all that, as it gets into the credentials file.
pub const PROFILE: &str = "[aur1]
# region Aur1, project 4f1c2d3e5a6b47889900aabbccddeeff
aws_access_key_id = 3f9c51a6d2e84b07a1c95e60b7d8f2a4
aws_secret_access_key = 0badc0de0badc0de0badc0de0badc0de
region = Aur1
endpoint_url = https://s3-aur1.aurora.example:8080
request_checksum_calculation = when_required
response_checksum_validation = when_required
s3 =
  addressing_style = path
";

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Known {
    All,
    Region,
    Nothing,
}

/// One how-to out of all that there are.
pub struct Case {
    pub name: String,
    pub client: &'static str,
    /// `None` is the test of the key.
    pub form: Option<Form>,
    pub known: Known,
    pub steps: Vec<Step>,
}

pub fn case(client: &'static str, form: Option<Form>, known: Known) -> Case {
    let name = format!("{client}, {form:?}, {known:?}");
    let steps = filled(known, |filling| steps_of(client, form, filling));
    Case { name, client, form, known, steps }
}

/// What a panel shows of a client in a form, or its test.
pub fn steps_of(client: &str, form: Option<Form>, filling: Filling<'_>) -> Vec<Step> {
    let sections: &[_] = match form {
        Some(_) => &[Section::SetUp, Section::Check, Section::Use, Section::Undo],
        None => &[Section::Test],
    };
    let form = form.unwrap_or(Form::Prompt);
    let style = Style { shell: Shell::Posix, form, is_for_others: false };
    steps(&client_files::file(client), sections, style, filling)
}

/// What `make` makes of the made-up values.
pub fn filled<T>(known: Known, make: impl FnOnce(Filling<'_>) -> T) -> T {
    filled_in(&Config::from_json(CONFIG).unwrap(), known, &[], make)
}

/// The same for the first region of a configuration, with the reader's own values.
pub fn filled_in<T>(
    config: &Config,
    known: Known,
    values: &[(&str, &str)],
    make: impl FnOnce(Filling<'_>) -> T,
) -> T {
    let index = |id: &str| config.slots.by_id(id).unwrap();
    let values: Vec<_> = values.iter().map(|(id, text)| (index(id), (*text).into())).collect();
    let access = AccessKey::admit(ACCESS).unwrap();
    let secret = SecretKey::admit(Secret::new(SECRET.into())).unwrap();
    let project = Id::admit(PROJECT).unwrap();
    let user = Id::admit(USER).unwrap();
    let key = Key { access: &access, secret: &secret, project: &project, user: &user };
    make(Filling {
        config,
        region: config.regions.first().filter(|_| known != Known::Nothing),
        s3: None,
        key: (known == Known::All).then_some(key),
        values: &values,
        is_for_others: false,
        is_sample: false,
    })
}
