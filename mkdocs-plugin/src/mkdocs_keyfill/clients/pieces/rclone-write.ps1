  $remote = @(
    "[$name]"
    'type = s3'
    'provider = Ceph'
    'env_auth = true'
    "profile = $name"
    "endpoint = $endpoint"
    "region = $region"
    'force_path_style = <path-style>'
    'sign_accept_encoding = false'
  )
  Save-Text $config (Get-Merged $config $name $remote)
  "Remote $name is ready in $config."
