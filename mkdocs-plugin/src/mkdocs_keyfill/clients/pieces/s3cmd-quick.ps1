& {
--8<-- "s3cmd-values.ps1"
--8<-- "save.ps1"
  $secret = '<secret-key>'
--8<-- "s3cmd-write.ps1"
}
