--8<-- "profile-values.sh"
  secret='<secret-key>'
--8<-- "guard.sh"
--8<-- "profile-file.sh"

--8<-- "give-up.sh"

--8<-- "profile-section.sh"

--8<-- "plan.sh"

--8<-- "merged.sh"

--8<-- "save.sh"

  plan profile "$file"

--8<-- "profile-write.sh"
--8<-- "outranked.sh"
)
