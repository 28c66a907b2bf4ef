//! What stands around the lines of a shell script: here-documents, quotes over several lines, and
//! what decides whether a line is run at all.

/// Begins something that may be run, or not, or later.
const OPENS: [&str; 9] = ["if", "case", "for", "while", "until", "select", "{", "(", "function"];
const CLOSES: [&str; 5] = ["fi", "esac", "done", "}", ")"];
/// After these a command begins as well.
const GOES_ON: [&str; 6] = ["then", "else", "elif", "do", "!", "time"];

/// Where a script is, after the lines so far.
#[derive(Default)]
pub(super) struct Script {
    /// How many compound commands are open.
    depth: usize,
    /// The quote that a line left open.
    quote: Option<char>,
    /// The delimiters of here-documents to come, and whether tabs before them count.
    documents: Vec<(String, bool)>,
    /// Whether this compound command is a function, or may end the script.
    sticks: bool,
}

/// What a line is.
#[derive(PartialEq, Eq)]
pub(super) enum Line {
    /// A line of a here-document, or of a text in quotes.
    Text,
    /// A command of its own.
    Plain,
    /// Something that the script decides; and whether that holds for the rest of the script.
    Decided(bool),
    /// It reads another script, so that all before it may change.
    Reads,
}

impl Script {
    /// Goes over the next line.
    pub(super) fn next(&mut self, line: &str) -> Line {
        if let Some((end, tabs)) = self.documents.first() {
            let text = if *tabs { line.trim_start_matches('\t') } else { line };
            if text == end {
                self.documents.remove(0);
            }
            return Line::Text;
        }
        let was_quoted = self.quote.is_some();
        let was_deep = self.depth > 0;
        let commands = self.commands(line);
        let is_function = line.contains("()") || line.trim_start().starts_with("function ");
        let mut is_deep = was_deep || is_function;
        let mut reads = false;
        for command in &commands {
            let command = command.as_str();
            if OPENS.contains(&command) {
                // Its braces are what counts of a function.
                self.depth += usize::from(command != "function");
                is_deep = true;
            } else if CLOSES.contains(&command) {
                self.depth = self.depth.saturating_sub(1);
            }
            reads |= matches!(command, "source" | "." | "eval");
            self.sticks |= is_deep && matches!(command, "return" | "exit" | "exec");
        }
        self.sticks |= is_function;
        if was_quoted {
            return Line::Text;
        }
        let is_environment = line.trim_end_matches(['"', '\'', ' ']).ends_with("bin/activate");
        if reads && !is_environment {
            return Line::Reads;
        }
        let sticks = self.sticks;
        if self.depth == 0 && !is_function {
            self.sticks = false;
        }
        if is_deep { Line::Decided(sticks) } else { Line::Plain }
    }

    /// The first word of each command in a line.
    fn commands(&mut self, line: &str) -> Vec<String> {
        let mut commands = Vec::new();
        let (mut word, mut begins) = (String::new(), true);
        let mut chars = line.chars().peekable();
        let mut last = ' ';
        let mut end = |word: &mut String, begins: &mut bool| {
            if *begins && !word.is_empty() {
                *begins = GOES_ON.contains(&&**word) || matches!(&**word, "{" | "(");
                commands.push(std::mem::take(word));
            }
            word.clear();
        };
        while let Some(c) = chars.next() {
            match (self.quote, c) {
                (Some(open), _) if open == c => self.quote = None,
                (Some('"') | None, '\\') => {
                    chars.next();
                }
                (Some(_), _) => {}
                (None, '\'' | '"') => self.quote = Some(c),
                (None, '#') if last == ' ' || last == '\t' => break,
                (None, '<') if chars.peek() == Some(&'<') => {
                    chars.next();
                    if chars.next_if_eq(&'<').is_none() {
                        let tabs = chars.next_if_eq(&'-').is_some();
                        while chars.next_if_eq(&' ').is_some() {}
                        let mut delimiter = String::new();
                        while let Some(c) = chars.next_if(|c| !" \t;|&<>)".contains(*c)) {
                            if !matches!(c, '"' | '\'' | '\\') {
                                delimiter.push(c);
                            }
                        }
                        self.documents.push((delimiter, tabs));
                    }
                }
                (None, ';' | '&' | '|') => {
                    end(&mut word, &mut begins);
                    begins = true;
                }
                (None, '(' | ')') if last != '$' => {
                    end(&mut word, &mut begins);
                    begins = true;
                    word.push(c);
                    end(&mut word, &mut begins);
                    begins = true;
                }
                (None, ' ' | '\t') => end(&mut word, &mut begins),
                (None, c) => word.push(c),
            }
            last = c;
        }
        end(&mut word, &mut begins);
        commands
    }
}

/// The shell that a script is for, if that is one of another kind than those of POSIX.
pub(super) fn other_shell(text: &str) -> Option<&'static str> {
    text.lines().find_map(|line| {
        let line = line.trim_start().to_ascii_lowercase();
        let words = line.replace(['"', '\'', '('], " ");
        let mut words = words.split_ascii_whitespace();
        let first = words.next()?;
        let names = line.contains("os_");
        Some(match first {
            _ if !names => return None,
            "set-item"
            | "[environment]::setenvironmentvariable"
            | "[system.environment]::setenvironmentvariable" => "PowerShell",
            _ if first.starts_with("$env:os_") || first.starts_with("${env:os_") => "PowerShell",
            "setenv" => "csh",
            "set" | "@set" | "setx" if line.contains("os_") => match words.next()? {
                flag if flag.starts_with('-') => "fish",
                name if name.starts_with("os_") && (name.contains('=') || first == "setx") => {
                    "the Windows command prompt"
                }
                _ => return None,
            },
            _ => return None,
        })
    })
}
