  trap 'stty echo' EXIT; trap 'exit 1' INT
  stty -echo; printf 'Secret key: '; read -r secret || true; stty echo; echo
  case $secret in (????????*) ;; (*) secret='too short' ;; esac
  [ -z "$(printf %s "$secret" | LC_ALL=C tr -d 'A-Za-z0-9/+=._~-')" ] ||
    give_up 'That is no secret key.'
