  profile() {
    printf '[%s]\n' "$profile"
    printf '# %s\n' 'region <region>, project <project-id>'
    printf '%s = %s\n' \
      aws_access_key_id "$access_key" \
      aws_secret_access_key "$secret" \
      region "$region" \
      endpoint_url "$endpoint" \
      request_checksum_calculation '<checksums>' \
      response_checksum_validation '<checksums>'
    printf 's3 =\n  addressing_style = %s\n' '<addressing>'
  }
