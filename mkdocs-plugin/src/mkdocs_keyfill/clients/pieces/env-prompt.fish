begin
  set -l secret ''
  read --silent --prompt-str 'Secret key: ' secret
  if string match --quiet --regex '^[A-Za-z0-9/+=._~-]{8,}$' -- "$secret"
--8<-- "env-set.fish"
  else
    echo 'That is no secret key. Nothing was changed.' >&2
  end
end
