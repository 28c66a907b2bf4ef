//! Languages of code blocks.

/// What a block is written in, as far as quoting goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// bash, sh, zsh, dash.
    Posix,
    /// A session in a shell: prompts, commands and what they print.
    Console,
    /// fish.
    Fish,
    /// `PowerShell`.
    PowerShell,
    /// The command prompt and batch files of Windows.
    Cmd,
    /// INI files.
    Ini,
    /// Files of variables: `.env` and `.properties`.
    Env,
    /// JSON.
    Json,
    /// TOML.
    Toml,
    /// YAML.
    Yaml,
    /// Python.
    Python,
    /// HCL: Terraform and `OpenTofu`.
    Hcl,
    /// A language whose types have others in angle brackets: Java, TypeScript, Rust and their like.
    Typed,
    /// Perl.
    Perl,
    /// XML and HTML.
    Markup,
    /// Any other, or none.
    Unknown,
}

/// The names that Pygments and highlight.js have for them.
pub const LANGUAGES: [(Language, &[&str]); 15] = [
    (Language::Posix, &["bash", "sh", "shell", "zsh", "ksh", "dash", "ash"]),
    (
        Language::Console,
        &[
            "console",
            "shell-session",
            "shellsession",
            "bash-session",
            "sh-session",
            "terminal",
            "ps1con",
            "pwsh-session",
        ],
    ),
    (Language::Fish, &["fish", "fishshell"]),
    (Language::PowerShell, &["powershell", "pwsh", "posh", "ps1", "ps", "psm1"]),
    (Language::Cmd, &["bat", "batch", "cmd", "dosbatch", "winbatch", "dos", "doscon"]),
    (Language::Ini, &["ini", "cfg", "conf", "dosini", "config"]),
    (Language::Env, &["dotenv", "env", "properties", "jproperties"]),
    (Language::Json, &["json", "jsonc", "json5", "json-object", "jsonl", "jsonlines", "ndjson"]),
    (Language::Toml, &["toml"]),
    (Language::Yaml, &["yaml", "yml"]),
    (Language::Python, &["python", "py", "python3", "py3"]),
    (Language::Hcl, &["hcl", "terraform", "tf", "opentofu", "tofu"]),
    (
        Language::Typed,
        &[
            "java",
            "kotlin",
            "kt",
            "kts",
            "scala",
            "csharp",
            "c#",
            "cs",
            "typescript",
            "ts",
            "tsx",
            "javascript",
            "js",
            "jsx",
            "mjs",
            "rust",
            "rs",
            "c",
            "cpp",
            "c++",
            "cc",
            "cxx",
            "h",
            "hpp",
            "objective-c",
            "objectivec",
            "objc",
            "swift",
            "go",
            "golang",
            "dart",
            "groovy",
            "vbnet",
            "fsharp",
            "f#",
            "php",
            "hack",
            "haxe",
            "zig",
            "d",
            "vala",
            "cuda",
        ],
    ),
    (Language::Perl, &["perl", "pl", "pm"]),
    (
        Language::Markup,
        &["xml", "html", "xhtml", "svg", "xslt", "xsd", "vue", "svelte", "htm", "plist"],
    ),
];

impl Language {
    /// The language with this name, in any case: `bash`, `shell-session`, `tf`.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let has_name = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
        let found = LANGUAGES.iter().find(|(_, names)| has_name(names));
        found.map_or(Self::Unknown, |(language, _)| *language)
    }

    /// Whether there is no lexer for it, so that nothing but plain values is written.
    #[must_use]
    pub fn is_foreign(self) -> bool {
        matches!(self, Self::Typed | Self::Perl | Self::Markup | Self::Unknown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_pygments_and_highlight_js() {
        for (name, language) in [
            ("bash", Language::Posix),
            ("Shell", Language::Posix),
            ("shell-session", Language::Console),
            ("pwsh", Language::PowerShell),
            ("tf", Language::Hcl),
            ("YAML", Language::Yaml),
            ("text", Language::Unknown),
            ("", Language::Unknown),
            ("mermaid", Language::Unknown),
        ] {
            assert_eq!(Language::of(name), language, "{name}");
        }
        let all: Vec<&str> =
            LANGUAGES.iter().flat_map(|(_, names)| names.iter().copied()).collect();
        for name in &all {
            assert_eq!(all.iter().filter(|other| other == &name).count(), 1, "{name}");
        }
    }
}
