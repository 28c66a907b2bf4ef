begin
  set -l profile '<profile>'
  sh -c '
set -e; export LC_ALL=C
profile=$1
file=${AWS_SHARED_CREDENTIALS_FILE-$HOME/.aws/credentials}
config=$(rclone config file | tail -n 1)

give_up() { printf \'%s \' "$@" >&2; echo \'Nothing was changed.\' >&2; exit 1; }

plan() {
  case $2 in (/*) ;; (*) give_up "The path \'$2\' does not begin with /." ;; esac
  [ ! -e "$2" ] || { [ -f "$2" ] && true < "$2" >> "$2"; } 2> /dev/null ||
    give_up "$2 is no file that you may change."
  new=$("$1" | merged "$2" && echo .) ||
    give_up "Line $new of $2 can be read in more than one way." \\
      \'Look there for a section that is indented or stands twice,\' \\
      \'a line without =, or an invisible character.\'
}

merged() {
  { command cat; printf \'\\001\'; [ ! -e "$1" ] || tr \'\\000\' \'\\001\' < "$1"; } |
    awk -v head="[$profile]" \'
      BEGIN { RS = "\\001"; end = "\\n" }
      NR == 1 { new = $0 }
      NR == 2 { count = split($0, line, "\\n"); if (/\\r\\n/) end = "\\r\\n" }
      END {
        gsub(/\\n/, end, new)
        for (i = 1; i <= count && wrong == 0; i++) {
          whole = line[i] (i < count ? "\\n" : "")
          sub(/\\r$/, "", line[i])
          bare = line[i]; gsub(/[ \\t]/, "", bare)
          # A comment or an empty line stays with what is below it.
          if (bare ~ /^([#;][^\\r]*)?$/) { above = above whole; continue }
          if (line[i] ~ /^\\[[^]\\r]+\\][^]\\r]*$/) {
            mine = index(line[i], head) == 1
            name = substr(bare, 1, index(bare, "]"))
            if (mine == 0 && (name == head || seen[name]++)) wrong = i
            text = text above (mine ? new : whole)
            if (mine) new = ""
          } else if (line[i] ~ /^([ \\t]+[^[ \\t]|[#-Z^-~][^=:]*[=:])[^\\r]*$/) {
            key = tolower(bare); sub(/[=:].*/, "", key)
            if (mine == 0) text = text above whole
            if (mine == 0 && line[i] ~ /^[^ \\t]/ && seen[name key]++) wrong = i
            if (name == "") wrong = i
          } else wrong = i
          above = ""
        }
        if (NR > 2) wrong = count
        if (wrong) { print wrong; exit 1 }
        text = text above
        if (text ~ /[^\\n]$/) printf "%s", new text
        else printf "%s", text new
      }\'
}

save() {
  umask 077
  { mkdir -p "${1%/*}" && true >> "$1"; } || give_up "$1 could not be made."
  old=$(command cat "$1"; echo .)
  printf %s "${new%.}" >| "$1" || true
  [ "$(command cat "$1"; echo .)" = "$new" ] || {
    printf %s "${old%.}" >| "$1"
    give_up "$1 could not be written."
  }
}

nothing() { :; }

plan_without() {
  case $1 in (/*) ;; (*) give_up "The path \'$1\' does not begin with /." ;; esac
  [ ! -e "$1" ] || plan nothing "$1"
}

leave_out() {
  plan_without "$2"
  [ -e "$2" ] && [ "$(command cat "$2"; echo .)" != "$new" ] || {
    printf \'%s %s is not in %s.\\n\' "$1" "$profile" "$2"
    return 0
  }
  save "$2"
  [ -s "$2" ] || [ -L "$2" ] || command rm -f "$2" 2> /dev/null || true
  printf \'%s %s is no longer in %s. All else there stays.\\n\' "$1" "$profile" "$2"
}

! grep -q \'^RCLONE_ENCRYPT\' "$config" 2> /dev/null ||
  give_up "$config is encrypted: only rclone config can add a remote there."
plan_without "$file"
leave_out Remote "$config"
leave_out Profile "$file"
' sh $profile
end
