  give_up() { printf '%s ' "$@" >&2; echo 'Nothing was changed.' >&2; exit 1; }
