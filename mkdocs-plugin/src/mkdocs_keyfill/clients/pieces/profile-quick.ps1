& {
--8<-- "profile-values.ps1"
  $secret = '<secret-key>'
--8<-- "profile-file.ps1"
--8<-- "merged.ps1"
--8<-- "save.ps1"
--8<-- "profile-write.ps1"
}
