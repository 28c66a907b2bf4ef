  $base = $env:USERPROFILE
  if (-not $base) { $base = $HOME }
