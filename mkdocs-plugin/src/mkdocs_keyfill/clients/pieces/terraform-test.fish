begin
  set -l AWS_ENDPOINT_URL '<endpoint>'
  set -l AWS_REGION '<signing-region>'
  set -l AWS_REQUEST_CHECKSUM_CALCULATION '<checksums>'
  set -l AWS_ACCESS_KEY_ID '<access-key>'
  set -l bucket '<bucket>'
  set -l path '<path-style>'
  sh -c '
set -e
AWS_ENDPOINT_URL=$1 AWS_REGION=$2 AWS_REQUEST_CHECKSUM_CALCULATION=$3
  AWS_ACCESS_KEY_ID=$4 bucket=$5 path=$6

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
folder=$(mktemp -d)
cd "$folder"
command cat > backend.tf << END
terraform {
backend "s3" {
  bucket = "$bucket"
  key = "terraform.tfstate"
  endpoints = { s3 = "$AWS_ENDPOINT_URL" }
  use_path_style = $path
  skip_credentials_validation = true
  skip_metadata_api_check = true
  skip_region_validation = true
  skip_requesting_account_id = true
  skip_s3_checksum = true
}
}
END
status=0
terraform init || status=$?
cd / && command rm -rf "$folder"
exit "$status"
' sh $AWS_ENDPOINT_URL $AWS_REGION $AWS_REQUEST_CHECKSUM_CALCULATION \
  $AWS_ACCESS_KEY_ID $bucket $path
end
