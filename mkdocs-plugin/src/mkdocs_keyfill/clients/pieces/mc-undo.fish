begin
  set -l profile '<profile>'
  sh -c '
set -e
profile=$1

give_up() { printf \'%s \' "$@" >&2; echo \'Nothing was changed.\' >&2; exit 1; }

for directory in "${MC_CONFIG_DIR:-$HOME/.mc}" ~/.mcli ~/.minio-client; do
  [ ! -L "$directory/config.json" ] ||
    give_up "mc would put a file in the place of the link $directory/config.json." \\
      \'Set MC_CONFIG_DIR to the directory that has the file itself.\'
done

mc alias remove "$profile"
for directory in "${MC_CONFIG_DIR:-$HOME/.mc}" ~/.mcli ~/.minio-client; do
  [ ! -f "$directory/config.json.old" ] ||
    command cat "$directory/config.json" >| "$directory/config.json.old"
done
printf \'Alias %s is no longer in mc. The other aliases stay.\\n\' "$profile"
' sh $profile
end
