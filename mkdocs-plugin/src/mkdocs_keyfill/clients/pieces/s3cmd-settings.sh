  buckets=$endpoint
  [ '<addressing>' != virtual ] || buckets="%(bucket)s.$endpoint"

  settings() {
    printf '%s\n' '[default]' '# region <region>, project <project-id>'
    printf '%s = %s\n' \
      access_key "$access_key" \
      secret_key "$secret" \
      host_base "$endpoint" \
      host_bucket "$buckets" \
      bucket_location "$region" \
      use_https '<use-https>' \
      signurl_use_https '<use-https>' \
      signature_v2 False
  }

--8<-- "plan.sh"

  merged() { command cat; }

--8<-- "save.sh"
