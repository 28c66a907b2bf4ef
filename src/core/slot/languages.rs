//! The languages: names, layout and traits of each.

use super::language::{Description, Language, Layout, Trait};

/// All of them, in the order of [`Language`].
pub const LANGUAGES: [Description; 16] = {
    use Layout::{Blocks, Code, Flat, Session, Shell, Tree};
    use Trait::{
        Backticks, Brackets, CommandLine, Commands, Data, JoinsWords, Loops, MarkedVariables,
        Program, Prompts, Separators, Substitution, Unread,
    };
    [
        Description {
            language: Language::Posix,
            names: &["bash", "sh", "shell", "zsh", "ksh", "dash", "ash"],
            layout: Some(Shell),
            traits: &[
                CommandLine,
                JoinsWords,
                Prompts,
                Separators,
                Loops,
                MarkedVariables,
                Trait::Sections,
                Commands,
                Backticks,
                Substitution,
            ],
        },
        Description {
            language: Language::Console,
            names: &[
                "console",
                "shell-session",
                "shellsession",
                "bash-session",
                "sh-session",
                "terminal",
                "ps1con",
                "pwsh-session",
            ],
            layout: Some(Session),
            traits: &[
                CommandLine,
                JoinsWords,
                Separators,
                Loops,
                MarkedVariables,
                Commands,
                Backticks,
                Substitution,
            ],
        },
        Description {
            language: Language::Fish,
            names: &["fish", "fishshell"],
            layout: Some(Shell),
            traits: &[
                CommandLine,
                JoinsWords,
                Prompts,
                Separators,
                MarkedVariables,
                Commands,
                Backticks,
                Substitution,
            ],
        },
        Description {
            language: Language::PowerShell,
            names: &["powershell", "pwsh", "posh", "ps1", "ps", "psm1"],
            layout: Some(Code),
            traits: &[
                CommandLine,
                JoinsWords,
                Prompts,
                Brackets,
                MarkedVariables,
                Commands,
                Substitution,
            ],
        },
        Description {
            language: Language::Cmd,
            names: &["bat", "batch", "cmd", "dosbatch", "winbatch", "dos", "doscon"],
            layout: Some(Shell),
            traits: &[CommandLine, MarkedVariables, Commands, Backticks, Substitution],
        },
        Description {
            language: Language::Ini,
            names: &["ini", "cfg", "conf", "dosini", "config"],
            layout: Some(Layout::Sections),
            traits: &[Data, MarkedVariables, Trait::Sections, Commands, Backticks, Substitution],
        },
        Description {
            language: Language::Env,
            names: &["dotenv", "env", "properties", "jproperties"],
            layout: Some(Layout::Sections),
            traits: &[Data, MarkedVariables, Commands, Backticks, Substitution],
        },
        Description {
            language: Language::Json,
            names: &["json", "jsonc", "json5", "json-object", "jsonl", "jsonlines", "ndjson"],
            layout: Some(Code),
            traits: &[Data, MarkedVariables, Backticks, Substitution],
        },
        Description {
            language: Language::Toml,
            names: &["toml"],
            layout: Some(Layout::Sections),
            traits: &[Data, MarkedVariables, Trait::Sections, Commands, Backticks, Substitution],
        },
        Description {
            language: Language::Yaml,
            names: &["yaml", "yml"],
            layout: Some(Tree),
            traits: &[Data, MarkedVariables, Commands, Backticks, Substitution],
        },
        Description {
            language: Language::Python,
            names: &["python", "py", "python3", "py3"],
            layout: Some(Code),
            traits: &[Program, Brackets, Backticks],
        },
        Description {
            language: Language::Hcl,
            names: &["hcl", "terraform", "tf", "opentofu", "tofu"],
            layout: Some(Blocks),
            traits: &[Data, MarkedVariables, Commands, Backticks, Substitution],
        },
        Description {
            language: Language::Typed,
            names: &[
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
            layout: Some(Code),
            traits: &[Unread, Program, Prompts, Brackets, Separators, Loops, Trait::Sections],
        },
        Description {
            language: Language::Perl,
            names: &["perl", "pl", "pm"],
            layout: Some(Code),
            traits: &[
                Unread,
                Program,
                Prompts,
                Brackets,
                Separators,
                Loops,
                Trait::Sections,
                Backticks,
            ],
        },
        Description {
            language: Language::Markup,
            names: &["xml", "html", "xhtml", "svg", "xslt", "xsd", "vue", "svelte", "htm", "plist"],
            layout: Some(Flat),
            traits: &[
                Unread,
                Program,
                Prompts,
                Brackets,
                Separators,
                Loops,
                Trait::Sections,
                Commands,
            ],
        },
        Description {
            language: Language::Unknown,
            names: &[],
            layout: None,
            traits: &[
                Unread,
                Program,
                Prompts,
                Brackets,
                Separators,
                Loops,
                Trait::Sections,
                Commands,
                Backticks,
                Substitution,
            ],
        },
    ]
};

impl Language {
    /// The language with this name, in any case: `bash`, `shell-session`, `tf`.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let has_name = |names: &[&str]| names.iter().any(|known| known.eq_ignore_ascii_case(name));
        let found = LANGUAGES.iter().find(|row| has_name(row.names));
        found.map_or(Self::Unknown, |row| row.language)
    }

    /// Whether it has this.
    #[must_use]
    pub fn has(self, wanted: Trait) -> bool {
        LANGUAGES[self as usize].traits.contains(&wanted)
    }

    /// How it is laid out; `None` where the text has to be looked at.
    #[must_use]
    pub fn layout(self) -> Option<Layout> {
        LANGUAGES[self as usize].layout
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_has_its_own_row() {
        for (at, row) in LANGUAGES.iter().enumerate() {
            assert_eq!(row.language as usize, at);
        }
    }

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
        let all: Vec<&str> = LANGUAGES.iter().flat_map(|row| row.names.iter().copied()).collect();
        for name in &all {
            assert_eq!(all.iter().filter(|other| other == &name).count(), 1, "{name}");
        }
    }
}
