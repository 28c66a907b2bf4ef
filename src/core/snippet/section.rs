//! One section of an INI file that several programs read: replaced where it stands, or appended.
//!
//! Nothing else of the file changes by a byte: not the comments above the next section, nor the
//! ends of lines. A section ends where **all** of the file's readers see its end, and what they
//! see in different ways is refused, by the number of its line: botocore reads with Python's
//! `configparser`, rclone and Go's SDK with parsers of their own. An indented `[name]` continues
//! a value for the first and is a section for the others; `[ name ]` is another name for the
//! first and the same for the others; a section or a setting that stands twice makes the file
//! unreadable for the first; so do a byte order mark, and a line without `=` or `:`. To Python,
//! a carriage return ends a line. Our own section may stand twice: both go.

/// `merged FILE`: prints the file with the section of standard input in the place of the one of
/// the same name, or the number of a line that is not clear, and fails.
///
/// awk gets the section and the file as two records; `tr` makes what is no text a third one.
pub(super) const MERGED: &str = r#"
  merged() {
    { command cat; printf '\001'; [ ! -e "$1" ] || tr '\000' '\001' < "$1"; } |
      awk -v head="[$profile]" '
        BEGIN { RS = "\001"; end = "\n" }
        NR == 1 { new = $0 }
        NR == 2 { count = split($0, line, "\n"); if (/\r\n/) end = "\r\n" }
        END {
          gsub(/\n/, end, new)
          for (i = 1; i <= count && wrong == 0; i++) {
            whole = line[i] (i < count ? "\n" : "")
            sub(/\r$/, "", line[i])
            bare = line[i]; gsub(/[ \t]/, "", bare)
            # A comment or an empty line stays with what is below it.
            if (bare ~ /^([#;][^\r]*)?$/) { above = above whole; continue }
            if (line[i] ~ /^\[[^]\r]+\][^]\r]*$/) {
              mine = index(line[i], head) == 1
              name = substr(bare, 1, index(bare, "]"))
              if (mine == 0 && (name == head || seen[name]++)) wrong = i
              text = text above (mine ? new : whole)
              if (mine) new = ""
            } else if (line[i] ~ /^([ \t]+[^[ \t]|[#-Z^-~][^=:]*[=:])[^\r]*$/) {
              key = tolower(bare); sub(/[=:].*/, "", key)
              if (mine == 0) text = text above whole
              if (mine == 0 && line[i] ~ /^[^ \t]/ && seen[name key]++) wrong = i
              if (name == "") wrong = i
            } else wrong = i
            above = ""
          }
          if (NR > 2) wrong = count
          if (wrong) { print wrong; exit 1 }
          text = text above
          if (new && text ~ /[^\n]$/) text = text end
          printf "%s", text new
        }'
  }
"#;
