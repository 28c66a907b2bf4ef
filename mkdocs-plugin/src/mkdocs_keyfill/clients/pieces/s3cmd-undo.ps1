& {
--8<-- "s3cmd-values.ps1"
  if (Test-Path -LiteralPath $file) {
    Remove-Item -LiteralPath $file
    "The file $file is gone."
  } else { "There is no file $file." }
}
