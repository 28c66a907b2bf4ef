& {
  $ErrorActionPreference = 'Stop'
--8<-- "ask.ps1"
--8<-- "env-set.ps1"
}
