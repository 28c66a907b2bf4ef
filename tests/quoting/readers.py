"""Programs that read what was written, a whole batch in one run, and say what each value is."""

from __future__ import annotations

import base64
import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from clients import BIN, CLIENTS

# Reads blocks, each with one value, and returns what the value is in each.
Reader = Callable[[Sequence[str], Path], list[str]]

# Of these the names are known to take their arguments as they are.
TAKE = "openstack() { printf '%s\\0' \"$@\"; }\n"
TAKE_IN_FISH = "function openstack; printf '%s\\0' $argv; end\n"
# In base64, since what it prints has escapes of its own.
ASKED_OF_TERRAFORM = "base64encode(jsonencode(local.all))\n"
# A million values are more than PHP has room for by itself.
NO_LIMITS = ["-n", "-d", "max_memory_limit=-1", "-d", "memory_limit=-1"]
INTERACTIVE = {
    "bash": (["--norc", "--noprofile", "-i"], "set -o history -o histexpand\n"),
    "dash": (["-i"], ""),
    "zsh": (["-f", "-i"], "setopt rcquotes magicequalsubst extendedglob banghist\n"),
}


def run(command: Sequence[str | Path], text: str, directory: Path) -> str:
    """Run a program in an empty directory, where nothing may appear."""
    done = subprocess.run(
        command,
        input=text.encode(),
        capture_output=True,
        cwd=directory,
        env={"PATH": "/usr/bin:/bin", "HOME": "/nowhere", "LC_ALL": "C.UTF-8", "HISTSIZE": "9"},
    )
    told = done.stderr.decode(errors="replace")[-2000:]
    assert done.returncode == 0, told
    assert os.listdir(directory) == [], os.listdir(directory)
    return done.stdout.decode()


def shell(name: str) -> Reader:
    """Read commands, one a line, with a shell that reads a script."""
    options = {"bash": ["--norc", "--noprofile"], "zsh": ["-f"], "fish": ["--no-config"]}
    take = TAKE_IN_FISH if name == "fish" else TAKE

    def read(blocks: Sequence[str], directory: Path) -> list[str]:
        script = take + "\n".join(blocks) + "\n"
        return split(run([name, *options.get(name, [])], script, directory))

    return read


def interactive(name: str) -> Reader:
    """Read commands as a shell does in which people type."""
    options, before = INTERACTIVE[name]

    def read(blocks: Sequence[str], directory: Path) -> list[str]:
        script = before + TAKE + "\n".join(blocks) + "\nexit\n"
        return split(run([name, *options], script, directory))

    return read


def document(name: str) -> Reader:
    """Read the lines of one here-document of a shell; each block has one line in there."""

    def read(blocks: Sequence[str], directory: Path) -> list[str]:
        lines = [block.split("\n")[1] for block in blocks]
        script = "\n".join(["cat <<END", *lines, "END", ""])
        return run([name], script, directory).removesuffix("\n").split("\n")

    return read


def variables(name: str) -> Reader:
    """Read a file of variables with a shell, one assignment of `A` a line."""

    def read(blocks: Sequence[str], directory: Path) -> list[str]:
        lines = [f"{block}\nprintf '%s\\0' \"$A\"" for block in blocks]
        return split(run([name], "\n".join(lines) + "\n", directory))

    return read


def python(code: str, interpreter: str | Path = sys.executable) -> Reader:
    """Read with Python: `code` makes the list `out` of the list `blocks`."""
    program = f"import json, sys\nblocks = json.load(sys.stdin)\n{code}\njson.dump(out, sys.stdout)"

    def read(blocks: Sequence[str], directory: Path) -> list[str]:
        told = run([interpreter, "-X", "utf8", "-c", program], json.dumps(blocks), directory)
        return list(json.loads(told))

    return read


def node(code: str) -> Reader:
    """Read with Node: `code` makes the list `out` of the list `blocks`."""
    program = "const blocks = JSON.parse(require('fs').readFileSync(0, 'utf8'));"
    program += f"{code};console.log(JSON.stringify(out))"

    def read(blocks: Sequence[str], directory: Path) -> list[str]:
        return list(json.loads(run(["node", "-e", program], json.dumps(blocks), directory)))

    return read


def php(blocks: Sequence[str], directory: Path) -> list[str]:
    """Read INI as PHP does, each value in a section of its own."""
    code = "$all = parse_ini_string(stream_get_contents(STDIN), true);"
    code += "echo json_encode(array_map(fn($each) => $each['b'], array_values($all)));"
    return list(json.loads(run(["php", *NO_LIMITS, "-r", code], sections(blocks), directory)))


def rclone(blocks: Sequence[str], directory: Path) -> list[str]:
    """Read a configuration of rclone's with rclone itself."""
    config = directory.parent / f"{directory.name}.conf"
    config.write_text(sections(blocks))
    told = run([BIN / "rclone", "--config", config, "config", "dump"], "", directory)
    read = json.loads(told)
    keys = [block.partition(" = ")[0] for block in blocks]
    return [read[f"s{at}"][key] for at, key in enumerate(keys)]


def s3cmd(blocks: Sequence[str], directory: Path) -> list[str]:
    """Read configurations of s3cmd's with its own parser; it has no other one."""
    config = directory.parent / f"{directory.name}.s3cfg"
    lines = [f"b{at} = {block.partition(' = ')[2]}" for at, block in enumerate(blocks)]
    config.write_text("\n".join(["[default]", *lines, ""]))
    code = "from S3.Config import ConfigParser\n"
    code += f"read = ConfigParser({str(config)!r})\n"
    code += "out = [read.get(f'b{at}') for at in range(blocks[0])]"
    own = CLIENTS.parent / "venv" / "clients" / "bin" / "python"
    program = f"import json, sys\nblocks = json.load(sys.stdin)\n{code}\njson.dump(out, sys.stdout)"
    return list(json.loads(run([own, "-X", "utf8", "-c", program], f"[{len(blocks)}]", directory)))


def terraform(blocks: Sequence[str], directory: Path) -> list[str]:
    """Read HCL with Terraform's own parser: the values are a list, which it prints as JSON."""
    values = ", ".join(block.partition(" = ")[2] for block in blocks)
    there = directory.parent / f"{directory.name}.tf"
    there.mkdir()
    (there / "main.tf").write_text(f"locals {{\n  all = [{values}]\n}}\n")
    told = run([BIN / "terraform", f"-chdir={there}", "console"], ASKED_OF_TERRAFORM, directory)
    return list(json.loads(base64.b64decode(json.loads(told))))


def sections(blocks: Sequence[str]) -> str:
    """Put each line into a section of its own."""
    return "".join(f"[s{at}]\n{block}\nafter = 2\n" for at, block in enumerate(blocks))


def split(read: str) -> list[str]:
    """Return what stands before each NUL."""
    return read.split("\0")[:-1]
