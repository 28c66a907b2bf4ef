  plan settings "$file"
  [ ! -e "$file" ] || chmod 600 "$file"
  save "$file"
  printf 'The file %s is ready.\n' "$file"
)
