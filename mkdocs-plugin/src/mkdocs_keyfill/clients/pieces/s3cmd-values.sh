(
  set -e
  profile='<profile>' region='<signing-region>'
  endpoint='<s3-host>'
  access_key='<access-key>'
