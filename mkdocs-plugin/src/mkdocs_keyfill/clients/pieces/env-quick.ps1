& {
  $secret = '<secret-key>'
--8<-- "env-set.ps1"
}
