"""What a reader does with what is copied: a command is pasted, other text is saved and run."""

from __future__ import annotations

import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

from stack import Stack

from . import MORE, NODE
from .copied import Values
from .native import Copied
from .places import with_old_names

EXTENSIONS = "duckdb_extension_{0}/extensions/v1.5.5/{0}.duckdb_extension"
# A provider cannot be had, so an output is what changes the state.
OUTPUT = 'output "answer" {\n  value = "of-july"\n}\n'
# For lines that name no key: those of the environment outrank the profile.
UNSET_FOR_TERRAFORM = "env AWS_ACCESS_KEY_ID= AWS_SECRET_ACCESS_KEY= AWS_ENDPOINT_URL_S3="
# What a client needs besides what it is told in a page.
VARIABLES = {"RESTIC_PASSWORD": "of the repository", "CHECKPOINT_DISABLE": "1"}
# Those that make no bucket: it is there before.
FIND_A_BUCKET = ("s3fs", "duckdb", "terraform")


@dataclass(frozen=True)
class Doing:
    """A client, and the folder in which it is used."""

    client: str
    work: Path
    ca_file: Path

    def prepare(self) -> None:
        """Make the folder as a reader of this client has it."""
        self.work.mkdir()
        if self.client == "sdk-js":
            (self.work / "node_modules").symlink_to(NODE / "node_modules")

    def command(self, step: Copied) -> str:
        """Return what is pasted for a step, once what is no command is saved."""
        if step.language in ("bash", "fish"):
            # The SDK is there already, and nobody is asked who could say yes.
            text = re.sub(r"^npm install .*$", "true", step.text, flags=re.MULTILINE)
            return text.replace("terraform apply", "terraform apply -auto-approve -no-color")
        if step.language == "sql":
            (self.work / "s3.sql").write_text(self._local(step.text))
            return "duckdb -bail keyfill.db < s3.sql"
        if step.language == "hcl":
            text = with_old_names(step.text) if "backend" in step.text else OUTPUT
            name = "backend.tf" if "backend" in step.text else "main.tf"
            (self.work / name).write_text(text)
            return "true"
        assert step.language in ("javascript", "python")
        program, name = {"javascript": ("node", "s3.mjs"), "python": ("python3", "s3.py")}[
            step.language
        ]
        # What uses the client stands below what makes it.
        (self.work / f"{step.section}.part").write_text(step.text + "\n")
        parts = [self.work / f"{section}.part" for section in ("check", "use")]
        text = "".join(part.read_text() for part in parts if part.exists())
        (self.work / name).write_text(text)
        return f"{program} {name}"

    def commands(self, steps: list[Copied]) -> list[str]:
        """Return what is pasted for several steps."""
        return [self.command(step) for step in steps]

    def _local(self, text: str) -> str:
        """Load DuckDB's extensions from wheels, and tell it which certificate to trust."""
        if "INSTALL" not in text:
            return (self.work / "secret.sql").read_text() + text
        [packages] = MORE.glob("lib/python3*/site-packages")
        loads = [f"LOAD '{packages}/{EXTENSIONS.format(name)}';" for name in ("httpfs", "aws")]
        rest = text.partition("LOAD aws;")[2]
        made = "\n".join([*loads, f"SET ca_cert_file = '{self.ca_file}';", rest])
        (self.work / "secret.sql").write_text(made.rpartition("FROM glob")[0])
        return made


def make_bucket(home: Path, stack: Stack, values: Values, bucket: str) -> None:
    """Make a bucket for a client that makes none, with curl and a key on standard input."""
    config = f'user = "{values.access}:{values.secret}"\naws-sigv4 = "aws:amz:{values.region}:s3"\n'
    config += 'header = "x-amz-content-sha256: UNSIGNED-PAYLOAD"\nfail\nsilent\n'
    command = ["curl", "--config", "-", "--request", "PUT", f"https://{values.host}/{bucket}"]
    ca = {"CURL_CA_BUNDLE": str(stack.ca_file), "PATH": "/usr/bin:/bin", "HOME": str(home)}
    subprocess.run(command, input=config, text=True, env=ca, check=True)
