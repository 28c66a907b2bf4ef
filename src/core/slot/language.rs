//! Languages of code blocks, and what each makes of the slots in it.
//!
//! A language is a row of [`LANGUAGES`](super::LANGUAGES) and a lexer in `lex`. The rules about
//! slots ask for traits, so that a new language need not be named in them.

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

/// What a language has, as far as slots are concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trait {
    /// No lexer: nothing but plain values is written.
    Unread,
    /// Names have values, and there are no statements.
    Data,
    /// Statements of a program, or perhaps.
    Program,
    /// Each line begins with the name of a program.
    CommandLine,
    /// What stands side by side without space is one word.
    JoinsWords,
    /// Authors write sessions into such blocks, too.
    Prompts,
    /// Brackets hold a statement together.
    Brackets,
    /// `;`, `&&` and `||` end a statement.
    Separators,
    /// Loops are fed by pipes and here-documents.
    Loops,
    /// Variables have a `$` before their name where they are used.
    MarkedVariables,
    /// `[name]` begins a section.
    Sections,
    /// Programs are called by their names.
    Commands,
    /// What stands in backticks is run.
    Backticks,
    /// `$(...)` is run.
    Substitution,
}

/// What the parts of a text are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layout {
    /// Statements of a shell.
    Shell,
    /// Commands with their prompts, and what they print.
    Session,
    /// Statements of a program, calls and mappings in brackets.
    Code,
    /// Blocks in braces, with a name in each line: HCL.
    Blocks,
    /// Depths of YAML.
    Tree,
    /// Sections of INI files.
    Sections,
    /// No parts: markup.
    Flat,
}

/// A language, described.
#[derive(Debug)]
pub struct Description {
    /// Which one.
    pub language: Language,
    /// The names that Pygments and highlight.js have for it.
    pub names: &'static [&'static str],
    /// How it is laid out; `None` where the text has to be looked at.
    pub layout: Option<Layout>,
    /// What it has.
    pub traits: &'static [Trait],
}
