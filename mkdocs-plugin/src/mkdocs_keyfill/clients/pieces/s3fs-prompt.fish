begin
  set -l profile '<profile>'
  set -l region '<signing-region>'
  set -l endpoint '<endpoint>'
  set -l access_key '<access-key>'
  sh -c '
set -e
profile=$1 region=$2 endpoint=$3 access_key=$4
secret=
file=$HOME/.passwd-s3fs-$profile

give_up() { printf \'%s \' "$@" >&2; echo \'Nothing was changed.\' >&2; exit 1; }

settings() { printf \'%s:%s\\n\' "$access_key" "$secret"; }

plan() {
  case $2 in (/*) ;; (*) give_up "The path \'$2\' does not begin with /." ;; esac
  [ ! -e "$2" ] || { [ -f "$2" ] && true < "$2" >> "$2"; } 2> /dev/null ||
    give_up "$2 is no file that you may change."
  new=$("$1" | merged "$2" && echo .) ||
    give_up "Line $new of $2 can be read in more than one way." \\
      \'Look there for a section that is indented or stands twice,\' \\
      \'a line without =, or an invisible character.\'
}

merged() { command cat; }

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

plan settings "$file"

trap \'stty echo\' EXIT; trap \'exit 1\' INT
stty -echo; printf \'Secret key: \'; read -r secret || true; stty echo; echo
case $secret in (????????*) ;; (*) secret=\'too short\' ;; esac
[ -z "$(printf %s "$secret" | LC_ALL=C tr -d \'A-Za-z0-9/+=._~-\')" ] ||
  give_up \'That is no secret key.\'

plan settings "$file"
[ ! -e "$file" ] || chmod 600 "$file"
save "$file"
printf \'The file %s is ready.\\n\' "$file"
' sh $profile $region $endpoint $access_key
end
