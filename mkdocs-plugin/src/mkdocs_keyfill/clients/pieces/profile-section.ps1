  $lines = @(
    "[$name]"
    '# region <region>, project <project-id>'
    "aws_access_key_id = $accessKey"
    "aws_secret_access_key = $secret"
    "region = $region"
    "endpoint_url = $endpoint"
    'request_checksum_calculation = <checksums>'
    'response_checksum_validation = <checksums>'
    's3 ='
    '  addressing_style = <addressing>'
  )
