  plan remote "$config"
  save "$config"
  printf 'Remote %s is ready in %s.\n' "$profile" "$config"
  env | awk -F= -v own="RCLONE_CONFIG_${profile}_" '
    BEGIN { own = toupper(own); gsub(/-/, "_", own) }
    index($1, own) == 1 || index($1, "RCLONE_S3_") == 1 { names = names " " $1 }
    END { if (names) print "In this shell it is outranked until you run: unset" names }'
)
