--8<-- "profile-section.ps1"
  Save-Text $file (Get-Merged $file $name $lines)
  "Profile $name is ready in $file."
