& {
--8<-- "s3cmd-values.ps1"
--8<-- "save.ps1"
--8<-- "ask.ps1"
--8<-- "s3cmd-write.ps1"
}
