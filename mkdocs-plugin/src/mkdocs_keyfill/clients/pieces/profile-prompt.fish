begin
  set -l profile '<profile>'
  set -l region '<signing-region>'
  set -l endpoint '<endpoint>'
  set -l access_key '<access-key>'
  set -l about 'region <region>, project <project-id>'
  set -l checksums '<checksums>'
  set -l addressing '<addressing>'
  sh -c '
set -e; export LC_ALL=C
profile=$1 region=$2 endpoint=$3 access_key=$4 about=$5 checksums=$6 addressing=$7
secret=
file=${AWS_SHARED_CREDENTIALS_FILE-$HOME/.aws/credentials}

give_up() { printf \'%s \' "$@" >&2; echo \'Nothing was changed.\' >&2; exit 1; }

profile() {
  printf \'[%s]\\n\' "$profile"
  printf \'# %s\\n\' "$about"
  printf \'%s = %s\\n\' \\
    aws_access_key_id "$access_key" \\
    aws_secret_access_key "$secret" \\
    region "$region" \\
    endpoint_url "$endpoint" \\
    request_checksum_calculation "$checksums" \\
    response_checksum_validation "$checksums"
  printf \'s3 =\\n  addressing_style = %s\\n\' "$addressing"
}

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

plan profile "$file"

trap \'stty echo\' EXIT; trap \'exit 1\' INT
stty -echo; printf \'Secret key: \'; read -r secret || true; stty echo; echo
case $secret in (????????*) ;; (*) secret=\'too short\' ;; esac
[ -z "$(printf %s "$secret" | LC_ALL=C tr -d \'A-Za-z0-9/+=._~-\')" ] ||
  give_up \'That is no secret key.\'

plan profile "$file"
[ ! -e "$file" ] || chmod 600 "$file"
save "$file"
printf \'Profile %s is ready in %s.\\n\' "$profile" "$file"
env | awk -F= \'
  /^AWS_(REGION|DEFAULT_REGION|ENDPOINT_URL(_S3)?|IGNORE_CONFIGURED_ENDPOINT_URLS)=/ {
    names = names " " $1
  }
  END { if (names) print "In this shell it is outranked until you run: set -e" names }\'
' sh $profile $region $endpoint $access_key $about $checksums $addressing
end
