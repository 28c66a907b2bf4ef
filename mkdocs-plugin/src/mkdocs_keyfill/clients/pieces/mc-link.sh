  for directory in "${MC_CONFIG_DIR:-$HOME/.mc}" ~/.mcli ~/.minio-client; do
    [ ! -L "$directory/config.json" ] ||
      give_up "mc would put a file in the place of the link $directory/config.json." \
        'Set MC_CONFIG_DIR to the directory that has the file itself.'
  done
