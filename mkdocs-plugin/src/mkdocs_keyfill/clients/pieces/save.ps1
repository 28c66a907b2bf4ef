  function Save-Text($file, $text) {
    [void][IO.Directory]::CreateDirectory([IO.Path]::GetDirectoryName($file))
    $plain = New-Object Text.UTF8Encoding $false
    if (-not (Test-Path -LiteralPath $file)) {
      [IO.File]::WriteAllText($file, '', $plain)
    }
    if ($env:OS -ceq 'Windows_NT') {
      $me = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
      icacls.exe $file /inheritance:r /grant:r ('*{0}:F' -f $me) | Out-Null
    } else { chmod 600 $file }
    if ($LASTEXITCODE -ne 0) {
      throw "$file could not be closed to others. No secret key was written to it."
    }
    $before = [IO.File]::ReadAllBytes($file)
    try { [IO.File]::WriteAllText($file, $text, $plain) }
    catch { [IO.File]::WriteAllBytes($file, $before); throw }
  }
