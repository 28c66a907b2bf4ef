& {
  $ErrorActionPreference = 'Stop'
  $name = '<profile>'
--8<-- "profile-file.ps1"
--8<-- "merged.ps1"
--8<-- "save.ps1"
--8<-- "leave-out.ps1"
  Remove-Section 'Profile' $file $name
}
