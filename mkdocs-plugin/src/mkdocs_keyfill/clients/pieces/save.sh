  save() {
    umask 077
    { mkdir -p "${1%/*}" && true >> "$1"; } || give_up "$1 could not be made."
    old=$(command cat "$1"; echo .)
    printf %s "${new%.}" >| "$1" || true
    [ "$(command cat "$1"; echo .)" = "$new" ] || {
      printf %s "${old%.}" >| "$1"
      give_up "$1 could not be written."
    }
  }
