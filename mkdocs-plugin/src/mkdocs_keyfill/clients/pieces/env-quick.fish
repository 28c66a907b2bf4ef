begin
    set -l secret '<secret-key>'
--8<-- "env-set.fish"
end
