  ! grep -q '^RCLONE_ENCRYPT' "$config" 2> /dev/null ||
    give_up "$config is encrypted: only rclone config can add a remote there."
