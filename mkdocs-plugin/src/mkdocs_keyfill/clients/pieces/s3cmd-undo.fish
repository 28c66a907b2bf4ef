begin
  set -l profile '<profile>'
  sh -c '
set -e
profile=$1
file=$HOME/.s3cfg-$profile

give_up() { printf \'%s \' "$@" >&2; echo \'Nothing was changed.\' >&2; exit 1; }

if [ -L "$file" ]; then
  [ ! -e "$file" ] || true >| "$file" || give_up "$file could not be written."
  printf \'The file %s is empty now. It is a link, which stays.\\n\' "$file"
elif [ -e "$file" ]; then
  command rm -f "$file" || give_up "$file could not be removed."
  printf \'The file %s is gone.\\n\' "$file"
else
  printf \'There is no file %s.\\n\' "$file"
fi
' sh $profile
end
