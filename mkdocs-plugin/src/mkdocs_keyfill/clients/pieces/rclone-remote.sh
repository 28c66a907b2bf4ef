  remote() {
    printf '[%s]\n' "$profile"
    printf '%s = %s\n' \
      type s3 \
      provider Ceph \
      env_auth true \
      profile "$profile" \
      endpoint "$endpoint" \
      region "$region" \
      force_path_style '<path-style>' \
      sign_accept_encoding false
  }
