  nothing() { :; }

  plan_without() {
    case $1 in (/*) ;; (*) give_up "The path '$1' does not begin with /." ;; esac
    [ ! -e "$1" ] || plan nothing "$1"
  }

  leave_out() {
    plan_without "$2"
    [ -e "$2" ] && [ "$(command cat "$2"; echo .)" != "$new" ] || {
      printf '%s %s is not in %s.\n' "$1" "$profile" "$2"
      return 0
    }
    save "$2"
    [ -s "$2" ] || [ -L "$2" ] || command rm -f "$2" 2> /dev/null || true
    printf '%s %s is no longer in %s. All else there stays.\n' "$1" "$profile" "$2"
  }
