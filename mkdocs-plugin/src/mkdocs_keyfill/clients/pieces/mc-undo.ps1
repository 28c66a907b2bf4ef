& {
  mc alias remove '<profile>'
  $folder = $env:MC_CONFIG_DIR
  if (-not $folder) {
    $base = $env:USERPROFILE
    $folder = if ($base) { Join-Path $base 'mc' } else { Join-Path $HOME '.mc' }
  }
  $copy = Join-Path $folder 'config.json.old'
  if (Test-Path -LiteralPath $copy) {
    Copy-Item -LiteralPath (Join-Path $folder 'config.json') -Destination $copy -Force
  }
}
