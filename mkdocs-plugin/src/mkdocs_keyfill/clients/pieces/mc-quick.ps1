& {
  $keys = '<access-key>', '<secret-key>'
  mc alias set '<profile>' '<endpoint>' $keys --api S3v4 --path '<mc-path>'
}
