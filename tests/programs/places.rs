//! Where readers have their files: behind links, elsewhere, mounted, full, or not theirs to change.

use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Command, Output};

use crate::credentials::{command, home, read, refused, script};
use crate::oracle::{Shell, directory, is_there, scripted};
use crate::samples::PROFILE;

#[test]
fn a_link_is_written_through_and_nobody_else_can_read_the_secret() {
    for shell in scripted() {
        let home = directory();
        let home = home.path();
        for name in [".aws", "dotfiles"] {
            std::fs::create_dir(home.join(name)).unwrap();
        }
        let (link, file) = (home.join(".aws/credentials"), home.join("dotfiles/creds"));
        symlink("../dotfiles/creds", &link).unwrap();
        // First it leads to nothing, then to a file that everybody can read.
        for before in [None, Some("[work]\nk = w\n")] {
            if let Some(before) = before {
                std::fs::write(&file, before).unwrap();
                std::fs::set_permissions(&file, std::fs::Permissions::from_mode(0o644)).unwrap();
            }
            let number = file.metadata().ok().map(|metadata| metadata.ino());
            let output = command(shell, home, "").output().unwrap();
            assert!(output.status.success(), "{shell:?}: {output:?}");
            assert!(link.symlink_metadata().unwrap().is_symlink(), "{shell:?}");
            assert_eq!(read(&file), [before.unwrap_or(""), PROFILE].concat(), "{shell:?}");
            let metadata = file.metadata().unwrap();
            assert_eq!(metadata.permissions().mode() & 0o777, 0o600, "{shell:?}");
            assert!(number.is_none_or(|number| number == metadata.ino()), "{shell:?}");
            assert_eq!(std::fs::read_dir(home.join("dotfiles")).unwrap().count(), 1);
            assert_eq!(std::fs::read_dir(home.join(".aws")).unwrap().count(), 1);
        }
    }
}

#[test]
fn the_file_is_where_the_clients_read() {
    for shell in scripted() {
        let home = home("[work]\nk = w\n");
        let elsewhere = home.path().join("of mine/aws keys");
        let mut set = command(shell, home.path(), "");
        let output = set.env("AWS_SHARED_CREDENTIALS_FILE", &elsewhere).output().unwrap();
        assert!(output.status.success(), "{shell:?}: {output:?}");
        assert_eq!(read(&elsewhere), PROFILE, "{shell:?}");
        let said = String::from_utf8(output.stdout).unwrap();
        assert_eq!(said, format!("Profile aur1 is ready in {}.\n", elsewhere.display()));
        // botocore expands the first, and takes the second for the name of a file.
        for path in ["~/creds", "", "creds"] {
            let mut set = command(shell, home.path(), "");
            let output = set.env("AWS_SHARED_CREDENTIALS_FILE", path).output().unwrap();
            assert_eq!(
                refused(&output),
                format!("The path '{path}' does not begin with /. Nothing was changed.\n")
            );
        }
        assert_eq!(read(&home.path().join(".aws/credentials")), "[work]\nk = w\n");
    }
}

/// mc itself would make a file of the link; so it is not called.
#[test]
fn a_link_that_a_client_would_replace_stops_the_command() {
    let script = script("mc");
    for shell in scripted() {
        for (set, name) in [("", ".mc"), ("", ".minio-client"), ("mine", "mine")] {
            let home = directory();
            std::fs::create_dir(home.path().join(name)).unwrap();
            symlink("/dev/null", home.path().join(name).join("config.json")).unwrap();
            let mut command = shell.script(&["mc() { echo called; }\n", &*script].concat());
            command.env("HOME", home.path()).env_remove("MC_CONFIG_DIR");
            if !set.is_empty() {
                command.env("MC_CONFIG_DIR", home.path().join(set));
            }
            let said = refused(&command.output().unwrap());
            assert!(said.starts_with("mc would put a file in the place of the link "), "{said}");
            assert!(!said.contains("called"), "{said}");
        }
    }
}

#[test]
fn what_cannot_be_changed_is_left_alone() {
    // Root may write everywhere; so that user is nobody then.
    let is_root = directory().path().metadata().unwrap().uid() == 0;
    for shell in scripted() {
        for (mode, of_directory) in [(0o400, 0o700), (0o200, 0o700), (0o600, 0o500)] {
            let home = home("[work]\nk = w\n");
            let file = home.path().join(".aws/credentials");
            let set = |path: &Path, mode| {
                std::fs::set_permissions(path, std::fs::Permissions::from_mode(mode)).unwrap();
                if is_root {
                    std::os::unix::fs::chown(path, Some(65534), Some(65534)).unwrap();
                }
            };
            set(home.path(), 0o700);
            set(&file, mode);
            set(&home.path().join(".aws"), of_directory);
            let mut command = command(shell, home.path(), "");
            if is_root {
                command.uid(65534).gid(65534);
            }
            let output = command.output().unwrap();
            let metadata = file.metadata().unwrap();
            if of_directory == 0o500 {
                // Nothing new is made in there.
                assert!(output.status.success(), "{shell:?}: {output:?}");
                continue;
            }
            let said = refused(&output);
            assert_eq!(
                said,
                format!(
                    "{} is no file that you may change. Nothing was changed.\n",
                    file.display()
                )
            );
            assert_eq!(metadata.permissions().mode() & 0o777, mode, "{shell:?}");
            set(&file, 0o600);
            assert_eq!(read(&file), "[work]\nk = w\n", "{shell:?}");
        }
        let home = home("");
        let file = home.path().join(".aws/credentials");
        std::fs::remove_file(&file).unwrap();
        std::fs::create_dir(&file).unwrap();
        assert!(refused(&command(shell, home.path(), "").output().unwrap()).contains("no file"));
    }
}

/// In a namespace of its own, so that what is mounted is gone with the command.
fn mounted(shell: Shell, home: &Path, mount: &str) -> Output {
    let inner = command(shell, home, "");
    let mut outer = Command::new("unshare");
    // What was written is seen in there only.
    let script = format!("{mount}; \"$@\" || status=$?; cp .aws/credentials after; exit $status");
    outer.args(["--map-root-user", "--mount", "sh", "-ec", &script, "sh"]);
    outer.arg(inner.get_program()).args(inner.get_args());
    outer.env_clear().envs(inner.get_envs().filter_map(|(name, value)| Some((name, value?))));
    outer.current_dir(home).output().unwrap()
}

#[test]
fn a_mounted_file_is_written_and_a_full_disk_loses_nothing() {
    if !is_there("unshare", &["--map-root-user", "--mount", "true"]) {
        return;
    }
    for shell in scripted() {
        let home = home("");
        let (host, after) = (home.path().join("host"), home.path().join("after"));
        std::fs::write(&host, "[work]\nk = w\n").unwrap();
        let output = mounted(shell, home.path(), "mount --bind host .aws/credentials");
        assert!(output.status.success(), "{shell:?}: {output:?}");
        assert_eq!(read(&host), format!("[work]\nk = w\n{PROFILE}"), "{shell:?}");
        assert_eq!(read(&after), read(&host), "{shell:?}");

        // One page, and no room for another one.
        let before = ["[work]\nk = w\n", &format!("# {}\n", "x".repeat(97)).repeat(40)].concat();
        std::fs::write(&host, &before).unwrap();
        let full = "mount -t tmpfs -o size=4k none .aws; cp host .aws/credentials";
        let said = refused(&mounted(shell, home.path(), full));
        assert!(said.contains("could not be written"), "{shell:?}: {said}");
        assert_eq!(read(&after), before, "{shell:?}");
    }
}
