begin
  set -l AWS_ENDPOINT_URL '<endpoint>'
  set -l AWS_REGION '<signing-region>'
  set -l AWS_REQUEST_CHECKSUM_CALCULATION '<checksums>'
  set -l AWS_ACCESS_KEY_ID '<access-key>'
  set -l bucket '<bucket>'
  set -l addressing '<addressing>'
  sh -c '
set -e
AWS_ENDPOINT_URL=$1 AWS_REGION=$2 AWS_REQUEST_CHECKSUM_CALCULATION=$3
  AWS_ACCESS_KEY_ID=$4 bucket=$5 addressing=$6

give_up() { printf \'%s \' "$@" >&2; echo \'Nothing was changed.\' >&2; exit 1; }

trap \'stty echo\' EXIT; trap \'exit 1\' INT
stty -echo; printf \'Secret key: \'; read -r secret || true; stty echo; echo
case $secret in (????????*) ;; (*) secret=\'too short\' ;; esac
[ -z "$(printf %s "$secret" | LC_ALL=C tr -d \'A-Za-z0-9/+=._~-\')" ] ||
  give_up \'That is no secret key.\'

unset AWS_PROFILE AWS_SESSION_TOKEN
unset AWS_ENDPOINT_URL_S3 AWS_IGNORE_CONFIGURED_ENDPOINT_URLS
AWS_DEFAULT_REGION=$AWS_REGION
AWS_RESPONSE_CHECKSUM_VALIDATION=$AWS_REQUEST_CHECKSUM_CALCULATION
AWS_SECRET_ACCESS_KEY=$secret
AWS_CONFIG_FILE=/dev/null AWS_SHARED_CREDENTIALS_FILE=/dev/null
unset AWS_DEFAULT_PROFILE AWS_SECURITY_TOKEN AWS_ACCESS_KEY AWS_SECRET_KEY
export AWS_ENDPOINT_URL AWS_REGION AWS_DEFAULT_REGION AWS_ACCESS_KEY_ID \\
  AWS_SECRET_ACCESS_KEY AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE \\
  AWS_REQUEST_CHECKSUM_CALCULATION AWS_RESPONSE_CHECKSUM_VALIDATION
set -- -o url="$AWS_ENDPOINT_URL" -o endpoint="$AWS_REGION"
[ "$addressing" = virtual ] || set -- "$@" -o use_path_request_style
folder=$(mktemp -d)
AWSACCESSKEYID=$AWS_ACCESS_KEY_ID AWSSECRETACCESSKEY=$secret \\
  s3fs "$bucket" "$folder" "$@" || true
df "$folder" | grep \'^s3fs\' || {
  rmdir "$folder"
  give_up \'The store refuses the key, has no such bucket, or does not answer.\'
}
fusermount -u "$folder"
rmdir "$folder"
' sh $AWS_ENDPOINT_URL $AWS_REGION $AWS_REQUEST_CHECKSUM_CALCULATION \
  $AWS_ACCESS_KEY_ID $bucket $addressing
end
