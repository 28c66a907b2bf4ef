(
  set -e
  profile='<profile>' endpoint='<endpoint>'
  access_key='<access-key>'
