begin
  set -l secret '<secret-key>'
  set -l profile '<profile>'
  set -l endpoint '<endpoint>'
  set -l access_key '<access-key>'
  set -l mc_path '<mc-path>'
  printf '%s\n' $secret | sh -c '
set -e
profile=$1 endpoint=$2 access_key=$3 mc_path=$4
IFS= read -r secret

give_up() { printf \'%s \' "$@" >&2; echo \'Nothing was changed.\' >&2; exit 1; }

for directory in "${MC_CONFIG_DIR:-$HOME/.mc}" ~/.mcli ~/.minio-client; do
  [ ! -L "$directory/config.json" ] ||
    give_up "mc would put a file in the place of the link $directory/config.json." \\
      \'Set MC_CONFIG_DIR to the directory that has the file itself.\'
done

mc alias set "$profile" "$endpoint" "$access_key" "$secret" \\
  --api S3v4 --path "$mc_path"
printf \'Alias %s is ready in mc.\\n\' "$profile"
env | awk -F= -v host="MC_HOST_$profile" \'
  $1 == host || /^(MC|AWS)_REGION=/ { names = names " " $1 }
  END { if (names) print "In this shell it is outranked until you run: set -e" names }\'
' sh $profile $endpoint $access_key $mc_path
end
