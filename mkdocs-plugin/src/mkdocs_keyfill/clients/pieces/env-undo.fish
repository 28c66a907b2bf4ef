begin
  for name in AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_REGION AWS_DEFAULT_REGION \
      AWS_ENDPOINT_URL S3_ENDPOINT_URL \
      AWS_REQUEST_CHECKSUM_CALCULATION AWS_RESPONSE_CHECKSUM_VALIDATION
    set --erase --global $name
  end
  echo 'The key and the address of the store are gone from this shell.'
end
