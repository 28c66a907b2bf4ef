  $ErrorActionPreference = 'Stop'
--8<-- "home.ps1"
  $file = [IO.Path]::Combine($base, '.s3cfg-<profile>')
