--8<-- "rclone-encrypted.sh"
  plan profile "$file"
  plan remote "$config"
