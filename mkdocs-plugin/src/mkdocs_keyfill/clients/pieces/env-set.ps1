  $others = 'AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SESSION_TOKEN',
    'AWS_SECURITY_TOKEN', 'AWS_ENDPOINT_URL_S3', 'AWS_IGNORE_CONFIGURED_ENDPOINT_URLS'
  foreach ($each in $others) {
    Set-Item -LiteralPath "Env:$each" -Value $null
  }
  $env:AWS_REGION = '<signing-region>'
  $env:AWS_DEFAULT_REGION = '<signing-region>'
  $env:AWS_ENDPOINT_URL = '<endpoint>'
  $env:S3_ENDPOINT_URL = '<endpoint>'
  $env:AWS_REQUEST_CHECKSUM_CALCULATION = '<checksums>'
  $env:AWS_RESPONSE_CHECKSUM_VALIDATION = '<checksums>'
  $env:AWS_ACCESS_KEY_ID = '<access-key>'
  $env:AWS_SECRET_ACCESS_KEY = $secret
  'This shell is ready for region <region>.'
