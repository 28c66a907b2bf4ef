  printf 'Alias %s is ready in mc.\n' "$profile"
  env | awk -F= -v host="MC_HOST_$profile" '
    $1 == host || /^(MC|AWS)_REGION=/ { names = names " " $1 }
    END { if (names) print "In this shell it is outranked until you run: unset" names }'
)
