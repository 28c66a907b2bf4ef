begin
  set -l endpoint '<endpoint>'
  set -l region '<signing-region>'
  set -l access_key '<access-key>'
  sh -c '
set -e
endpoint=$1 region=$2 access_key=$3

give_up() { printf \'%s \' "$@" >&2; echo \'Nothing was changed.\' >&2; exit 1; }

trap \'stty echo\' EXIT; trap \'exit 1\' INT
stty -echo; printf \'Secret key: \'; read -r secret || true; stty echo; echo
case $secret in (????????*) ;; (*) secret=\'too short\' ;; esac
[ -z "$(printf %s "$secret" | LC_ALL=C tr -d \'A-Za-z0-9/+=._~-\')" ] ||
  give_up \'That is no secret key.\'

curl -q --config - "$endpoint/" << END
user = "$access_key:$secret"
aws-sigv4 = "aws:amz:$region:s3"
header = "x-amz-content-sha256: UNSIGNED-PAYLOAD"
fail-with-body
silent
show-error
END
' sh $endpoint $region $access_key
end
