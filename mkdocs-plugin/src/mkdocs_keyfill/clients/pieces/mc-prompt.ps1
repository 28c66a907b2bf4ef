mc alias set '<profile>' '<endpoint>' '<access-key>' --api S3v4 --path '<mc-path>'
