//! HTTP as values: what to ask, what came back, how it failed.

use crate::core::secret::Secret;

/// How many bytes of an answer are read at most.
///
/// Keystone lists all credentials of a user at once, in about 360 bytes each, and so its projects:
/// this is room for more than twenty thousand of either. A token with the catalog of a large cloud
/// has some hundred thousand bytes.
pub const MOST_BYTES: usize = 8 * 1024 * 1024;

/// Before the path of each request of a sample: a scheme that nothing is fetched by.
pub const SAMPLE_ADDRESS: &str = "sample:";

/// A request to Keystone. Its URL always starts with a configured `keystone_url`, or with what
/// nothing is fetched from: [`SAMPLE_ADDRESS`].
#[derive(Clone, Debug)]
pub struct Request {
    /// The method. Never HEAD or PATCH.
    pub method: Method,
    /// The absolute URL.
    pub url: String,
    /// Header names, in the list that Keystone's CORS allows by default, and their values.
    pub headers: Vec<(&'static str, Secret)>,
    /// JSON text, if any. It may hold a password.
    pub body: Option<Secret>,
    /// Milliseconds after which nobody waits any more: [`NetError::Timeout`] is the outcome then,
    /// and where an answer is still wanted, it may follow.
    pub deadline_ms: u32,
}

impl Request {
    /// Whether it is for the made-up cloud of a sample, which the core answers itself.
    #[must_use]
    pub fn is_for_sample(&self) -> bool {
        self.url.starts_with(SAMPLE_ADDRESS)
    }
}

/// The methods in use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Safe to repeat.
    Get,
    /// Makes something: never repeated without the reader.
    Post,
    /// Removes something: never repeated without the reader.
    Delete,
}

/// An answer, whatever its status.
#[derive(Clone, Debug)]
pub struct Response {
    /// The HTTP status.
    pub status: u16,
    /// The body as text. It may hold secret keys.
    pub body: Secret,
    /// `X-Subject-Token`: the token that was issued.
    pub subject_token: Option<Secret>,
    /// `Openstack-Auth-Receipt`: half of a multi-factor sign-in.
    pub receipt: Option<Secret>,
    /// `X-Openstack-Request-Id`, for the cloud's support.
    pub request_id: Option<String>,
}

/// Why no answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NetError {
    /// CORS, DNS, TLS, offline, a proxy: a page cannot tell them apart (Fetch standard,
    /// "network error").
    Unreachable,
    /// The deadline passed. What writes may still be carried out, and its answer may still come.
    Timeout,
    /// The answer has more than [`MOST_BYTES`]. Its rest was not read.
    TooLarge,
}

/// What a transport gives back.
pub type Outcome = Result<Response, NetError>;
