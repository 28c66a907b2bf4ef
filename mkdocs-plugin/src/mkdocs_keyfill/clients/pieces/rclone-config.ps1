  $config = @(rclone config file)[-1]
  $isThere = Test-Path -LiteralPath $config
  if ($isThere -and (Select-String -LiteralPath $config '^RCLONE_ENCRYPT')) {
    throw "$config is encrypted: only rclone config can change a remote there."
  }
