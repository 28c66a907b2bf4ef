& {
--8<-- "profile-values.ps1"
--8<-- "profile-file.ps1"
--8<-- "rclone-config.ps1"
--8<-- "merged.ps1"
--8<-- "save.ps1"
  [void](Get-Merged $file $name @())
  [void](Get-Merged $config $name @())
--8<-- "ask.ps1"
--8<-- "profile-write.ps1"
--8<-- "rclone-write.ps1"
}
