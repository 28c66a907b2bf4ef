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
          if (text ~ /[^\n]$/) printf "%s", new text
          else printf "%s", text new
        }'
  }
