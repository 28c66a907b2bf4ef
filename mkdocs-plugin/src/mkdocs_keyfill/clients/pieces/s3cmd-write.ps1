  $buckets = '<s3-host>'
  if ('<addressing>' -ceq 'virtual') { $buckets = '%(bucket)s.' + $buckets }
  $lines = @(
    '[default]'
    '# region <region>, project <project-id>'
    'access_key = <access-key>'
    "secret_key = $secret"
    'host_base = <s3-host>'
    "host_bucket = $buckets"
    'bucket_location = <signing-region>'
    'use_https = <use-https>'
    'signurl_use_https = <use-https>'
    'signature_v2 = False'
    ''
  )
  Save-Text $file ($lines -join [string][char]10)
  "The file $file is ready."
