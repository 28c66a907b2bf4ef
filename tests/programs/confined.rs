//! Runs without rights, in a directory of their own in which nothing may appear.

use std::ffi::OsString;
use std::fs::Permissions;
use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

use crate::oracle::{directory, expect_empty};

/// A directory for a run in which nothing may appear, and which its user may write to.
pub struct Run {
    parent: TempDir,
}

/// A user and a group without any rights, on the systems that these tests run on.
const NOBODY: u32 = 65_534;

impl Run {
    /// A new one, with these programs: a name and a script of `sh` for each.
    pub fn new(programs: &[(&str, &str)]) -> Self {
        let parent = directory();
        let run = Self { parent };
        for name in [run.path(), run.programs()] {
            std::fs::create_dir(name).unwrap();
        }
        for (name, script) in programs {
            let path = run.programs().join(name);
            std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).unwrap();
            std::fs::set_permissions(&path, Permissions::from_mode(0o755)).unwrap();
        }
        std::fs::set_permissions(run.parent.path(), Permissions::from_mode(0o755)).unwrap();
        if is_root() {
            chown(run.path(), Some(NOBODY), Some(NOBODY)).unwrap();
        }
        run
    }

    /// Where it runs.
    pub fn path(&self) -> PathBuf {
        self.parent.path().join("run")
    }

    fn programs(&self) -> PathBuf {
        self.parent.path().join("programs")
    }

    /// Lets `command` run there, without the rights of the superuser, and with these programs
    /// before those of the machine.
    pub fn confine(&self, command: &mut Command) {
        let path = format!("{}:/usr/bin:/bin", self.programs().display());
        command.current_dir(self.path()).env("PATH", path).env("HOME", "/nonexistent");
        command.env_remove("ENV").env_remove("BASH_ENV").env_remove("ZDOTDIR");
        if is_root() {
            command.uid(NOBODY).gid(NOBODY);
        }
    }

    /// What was written there.
    pub fn names(&self) -> Vec<OsString> {
        let entries = std::fs::read_dir(self.path()).unwrap();
        entries.map(|entry| entry.unwrap().file_name()).collect()
    }

    /// Whether nothing was written there.
    pub fn is_empty(&self) -> bool {
        self.names().is_empty()
    }

    /// Fails when something was written there.
    pub fn expect_empty(&self, who: &str) {
        expect_empty(&self.path(), who);
    }
}

fn is_root() -> bool {
    std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}
