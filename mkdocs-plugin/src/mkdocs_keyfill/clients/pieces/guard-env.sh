    case $* in (*'<'*)
      echo 'Put your own values in place of the words in < >, or sign in first.' >&2
      exit 1
    esac
