  config=$(rclone config file | tail -n 1)
