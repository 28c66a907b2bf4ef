  unset AWS_PROFILE AWS_SESSION_TOKEN
  unset AWS_ENDPOINT_URL_S3 AWS_IGNORE_CONFIGURED_ENDPOINT_URLS
  export AWS_ENDPOINT_URL='<endpoint>'
  export AWS_REGION='<signing-region>' AWS_DEFAULT_REGION='<signing-region>'
  export AWS_REQUEST_CHECKSUM_CALCULATION='<checksums>'
  export AWS_RESPONSE_CHECKSUM_VALIDATION='<checksums>'
  export AWS_ACCESS_KEY_ID='<access-key>'
