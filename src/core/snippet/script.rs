//! What the scripts share that set a client up: one shell function for each step.
//!
//! They are pasted into shells that people have: bash from 3.2 on, dash, zsh with its default
//! options; with awk, cat, chmod, env, mkdir, stty and tr as POSIX has them. So there is no
//! comment outside of a quoted text (zsh takes none there), no `!` with something behind it
//! (bash 3.2 sees no quotes that a former line opened, and would look into its history), `>|`
//! for those who have `noclobber`, and `command cat` for those to whom `cat` is another program.
//!
//! A file of the reader's is changed in these steps. `plan` makes the new text, in a variable,
//! before the secret key is asked for, and gives up with a sentence where that cannot be done for
//! sure. Then it is made again, with the secret, and `save` writes it **into** the file: so a
//! link stays a link and a mounted file mounted, and no second file with the secret can stay
//! behind. What was there comes back where the disk is full; zsh's `printf` does not tell, so
//! `save` reads the file again.

/// The guards: a piece that stands in a script only while something is not filled in.
pub(super) const GUARDS: [&str; 2] = [GUARD, ENV_GUARD];

/// Stops a script before it does anything. It looks at the values, so that nobody who puts them
/// in by hand must take it away.
pub(super) const GUARD: &str = "  case $profile$region$endpoint$access_key$secret in (*'<'*)
    echo 'Put your own values in place of the words in < >, or sign in first.' >&2
    exit 1
  esac
";

/// The same for values in the arguments, within a command substitution.
pub(super) const ENV_GUARD: &str = "    case $* in (*'<'*)
      echo 'Put your own values in place of the words in < >, or sign in first.' >&2
      exit 1
    esac
";

/// How a script ends that cannot go on.
pub(super) const GIVE_UP: &str = "
  give_up() { printf '%s ' \"$@\" >&2; echo 'Nothing was changed.' >&2; exit 1; }
";

/// `plan FUNCTION FILE`: into `new` goes what the file will be, with a `.` behind it that keeps
/// the ends of its last lines. The function prints what is to be in it, `merged` what the file
/// will be with that.
pub(super) const PLAN: &str = "
  plan() {
    case $2 in (/*) ;; (*) give_up \"The path '$2' does not begin with /.\" ;; esac
    [ ! -e \"$2\" ] || { [ -f \"$2\" ] && true < \"$2\" >> \"$2\"; } 2> /dev/null ||
      give_up \"$2 is no file that you may change.\"
    new=$(\"$1\" | merged \"$2\" && echo .) ||
      give_up \"Line $new of $2 can be read in more than one way.\" \\
        'Look there for a section that is indented or stands twice,' \\
        'a line without =, or an invisible character.'
  }
";

/// `save FILE`: writes what `plan` made.
pub(super) const SAVE: &str = "
  save() {
    umask 077
    { mkdir -p \"${1%/*}\" && true >> \"$1\"; } || give_up \"$1 could not be made.\"
    old=$(command cat \"$1\"; echo .)
    printf %s \"${new%.}\" >| \"$1\" || true
    [ \"$(command cat \"$1\"; echo .)\" = \"$new\" ] || {
      printf %s \"${old%.}\" >| \"$1\"
      give_up \"$1 could not be written.\"
    }
  }
";

/// Asks for the secret key without showing it.
///
/// `set -e` stops at the first failure. The traps restore the echo whatever happens: dash does
/// not run the trap for `EXIT` when a signal ends it. POSIX has no `read -s`. What has other
/// characters than a secret key is something else, pasted by mistake; see `SecretKey::admit`.
pub(super) const ASK: &str = "
  trap 'stty echo' EXIT; trap 'exit 1' INT
  stty -echo; printf 'Secret key: '; read -r secret || true; stty echo; echo
  [ \"${#secret}\" -ge 8 ] &&
    [ -z \"$(printf %s \"$secret\" | LC_ALL=C tr -d 'A-Za-z0-9/+=._~-')\" ] ||
    give_up 'That is no secret key.'
";
