(
  set -e; export LC_ALL=C
  profile='<profile>' region='<signing-region>'
  endpoint='<endpoint>'
  access_key='<access-key>'
