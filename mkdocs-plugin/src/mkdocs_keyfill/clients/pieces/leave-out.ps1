  function Remove-Section($what, $file, $name) {
    $text = ''
    if (Test-Path -LiteralPath $file) { $text = [IO.File]::ReadAllText($file) }
    $left = Get-Merged $file $name @()
    if ($left -ceq $text) { return "$what $name was not in $file." }
    Save-Text $file $left
    $link = (Get-Item -LiteralPath $file -Force).LinkType
    if ($left -ceq '' -and -not $link) { Remove-Item -LiteralPath $file }
    "$what $name is no longer in $file. All else there is as it was."
  }
