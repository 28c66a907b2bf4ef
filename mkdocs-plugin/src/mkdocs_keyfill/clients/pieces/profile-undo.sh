(
  set -e; export LC_ALL=C
  profile='<profile>'
--8<-- "guard-profile.sh"
--8<-- "profile-file.sh"

--8<-- "give-up.sh"

--8<-- "plan.sh"

--8<-- "merged.sh"

--8<-- "save.sh"

--8<-- "without.sh"

  leave_out Profile "$file"
)
