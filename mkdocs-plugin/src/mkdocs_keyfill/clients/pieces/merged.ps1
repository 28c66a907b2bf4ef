  function Get-Merged($file, $name, $lines) {
    if (-not [IO.Path]::IsPathRooted($file)) {
      throw "The path '$file' is not a full one. Nothing was changed."
    }
    $text = ''
    if (Test-Path -LiteralPath $file) {
      $strict = New-Object Text.UTF8Encoding $false, $true
      $text = $strict.GetString([IO.File]::ReadAllBytes($file))
    }
    $end = [string][char]10
    if ($text -cmatch '\r\n') { $end = [string][char]13 + $end }
    $new = -join ($lines | ForEach-Object { $_ + $end })
    $kept = ''; $above = ''; $section = ''; $mine = $false; $number = 0
    $seen = New-Object 'Collections.Generic.HashSet[string]'
    foreach ($whole in [regex]::Split($text, '(?<=\n)')) {
      $number += 1; $wrong = $false
      $line = $whole -creplace '\r?\n\z', ''
      $bare = $line -creplace '[ \t]', ''
      if ($bare -ceq '' -or $bare -cmatch '^[#;][^\r\0]*\z') {
        $above += $whole; continue
      }
      if ($line -cmatch '^\[[^\]\r\0]+\][^\]\r\0]*\z') {
        $mine = $line.StartsWith("[$name]", [StringComparison]::Ordinal)
        $section = $bare.Substring(0, $bare.IndexOf(']') + 1)
        if (-not $mine) {
          $wrong = $section -ceq "[$name]" -or -not $seen.Add($section)
        }
        $kept += $above
        if ($mine) { $kept += $new; $new = '' } else { $kept += $whole }
      } elseif ($line -cmatch '^([ \t]+[^\[ \t]|[#-Z^-~][^=:]*[=:])[^\r\0]*\z') {
        $wrong = $section -ceq ''
        $key = ($bare -creplace '[=:].*\z', '').ToLowerInvariant()
        if (-not $mine) {
          $kept += $above + $whole
          if ($line -cmatch '^[^ \t]' -and -not $seen.Add($section + $key)) {
            $wrong = $true
          }
        }
      } else { $wrong = $true }
      if ($wrong) {
        throw "Line $number of $file can be read in more than one way. " +
          'Nothing was changed.'
      }
      $above = ''
    }
    $kept += $above
    if ($kept -cmatch '[^\n]\z') { $new + $kept } else { $kept + $new }
  }
