--8<-- "home.ps1"
  $file = $env:AWS_SHARED_CREDENTIALS_FILE
  if (-not $file) { $file = [IO.Path]::Combine($base, '.aws', 'credentials') }
