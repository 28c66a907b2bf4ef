  env | awk -F= '
    /^AWS_(REGION|DEFAULT_REGION|ENDPOINT_URL(_S3)?|IGNORE_CONFIGURED_ENDPOINT_URLS)=/ {
      names = names " " $1
    }
    END { if (names) print "In this shell it is outranked until you run: unset" names }'
