& {
  $ErrorActionPreference = 'Stop'
--8<-- "ask.ps1"
  $none = [Guid]::NewGuid().ToString()
  $values = @{
    AWS_ENDPOINT_URL = '<endpoint>'
    AWS_REGION = '<signing-region>'
    AWS_DEFAULT_REGION = '<signing-region>'
    AWS_REQUEST_CHECKSUM_CALCULATION = '<checksums>'
    AWS_RESPONSE_CHECKSUM_VALIDATION = '<checksums>'
    AWS_ACCESS_KEY_ID = '<access-key>'
    AWS_SECRET_ACCESS_KEY = $secret
    AWS_CONFIG_FILE = $none
    AWS_SHARED_CREDENTIALS_FILE = $none
  }
  $others = 'AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SESSION_TOKEN',
    'AWS_SECURITY_TOKEN', 'AWS_ENDPOINT_URL_S3', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'
  foreach ($each in $others) { $values[$each] = $null }
  $before = @{}
  foreach ($each in $values.Keys) {
    $before[$each] = [Environment]::GetEnvironmentVariable($each)
  }
  try {
    foreach ($each in $values.Keys) {
      Set-Item -LiteralPath "Env:$each" -Value $values[$each]
    }
    aws --endpoint-url '<endpoint>' s3 ls
  } finally {
    foreach ($each in $before.Keys) {
      Set-Item -LiteralPath "Env:$each" -Value $before[$each]
    }
  }
}
