  plan profile "$file"
  [ ! -e "$file" ] || chmod 600 "$file"
  save "$file"
  printf 'Profile %s is ready in %s.\n' "$profile" "$file"
