begin
  set -l scheme '<scheme>'
  set -l host '<s3-host>'
  set -l access_key '<access-key>'
  sh -c '
set -e
scheme=$1 host=$2 access_key=$3

give_up() { printf \'%s \' "$@" >&2; echo \'Nothing was changed.\' >&2; exit 1; }

trap \'stty echo\' EXIT; trap \'exit 1\' INT
stty -echo; printf \'Secret key: \'; read -r secret || true; stty echo; echo
case $secret in (????????*) ;; (*) secret=\'too short\' ;; esac
[ -z "$(printf %s "$secret" | LC_ALL=C tr -d \'A-Za-z0-9/+=._~-\')" ] ||
  give_up \'That is no secret key.\'

unset MC_REGION AWS_REGION
export MC_HOST_keyfill="$scheme://$access_key:$secret@$host"
mc --quiet ls keyfill || mc --json ls keyfill
' sh $scheme $host $access_key
end
