    for name in AWS_PROFILE AWS_DEFAULT_PROFILE AWS_SESSION_TOKEN AWS_SECURITY_TOKEN \
        AWS_ENDPOINT_URL_S3 AWS_IGNORE_CONFIGURED_ENDPOINT_URLS
      set --erase --global $name
    end
    set -gx AWS_REGION '<signing-region>'
    set -gx AWS_DEFAULT_REGION '<signing-region>'
    set -gx AWS_ENDPOINT_URL '<endpoint>'
    set -gx S3_ENDPOINT_URL '<endpoint>'
    set -gx AWS_REQUEST_CHECKSUM_CALCULATION '<checksums>'
    set -gx AWS_RESPONSE_CHECKSUM_VALIDATION '<checksums>'
    set -gx AWS_ACCESS_KEY_ID '<access-key>'
    set -gx AWS_SECRET_ACCESS_KEY $secret
    echo 'This shell is ready for region <region>.'
