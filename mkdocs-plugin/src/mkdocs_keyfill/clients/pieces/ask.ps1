  $typed = Read-Host -AsSecureString 'Secret key'
  $pointer = [Runtime.InteropServices.Marshal]::SecureStringToBSTR($typed)
  try { $secret = [Runtime.InteropServices.Marshal]::PtrToStringBSTR($pointer) }
  finally { [Runtime.InteropServices.Marshal]::ZeroFreeBSTR($pointer) }
  if ($secret -cnotmatch '^[A-Za-z0-9/+=._~-]{8,}\z') {
    throw 'That is no secret key. Nothing was changed.'
  }
