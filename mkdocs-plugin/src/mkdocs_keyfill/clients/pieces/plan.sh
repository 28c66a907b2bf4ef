  plan() {
    case $2 in (/*) ;; (*) give_up "The path '$2' does not begin with /." ;; esac
    [ ! -e "$2" ] || { [ -f "$2" ] && true < "$2" >> "$2"; } 2> /dev/null ||
      give_up "$2 is no file that you may change."
    new=$("$1" | merged "$2" && echo .) ||
      give_up "Line $new of $2 can be read in more than one way." \
        'Look there for a section that is indented or stands twice,' \
        'a line without =, or an invisible character.'
  }
