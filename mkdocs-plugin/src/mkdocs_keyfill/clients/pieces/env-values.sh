  set -- AWS_REGION='<signing-region>' AWS_DEFAULT_REGION='<signing-region>' \
    AWS_ENDPOINT_URL='<endpoint>' \
    S3_ENDPOINT_URL='<endpoint>' \
    AWS_REQUEST_CHECKSUM_CALCULATION='<checksums>' \
    AWS_RESPONSE_CHECKSUM_VALIDATION='<checksums>' \
    AWS_ACCESS_KEY_ID='<access-key>'
