& {
  $ErrorActionPreference = 'Stop'
  $name = '<profile>'
--8<-- "profile-file.ps1"
--8<-- "rclone-config.ps1"
--8<-- "merged.ps1"
--8<-- "save.ps1"
--8<-- "leave-out.ps1"
  [void](Get-Merged $file $name @())
  Remove-Section 'Remote' $config $name
  Remove-Section 'Profile' $file $name
}
