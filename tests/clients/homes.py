"""Homes that readers have: files that are there already, links, and variables of other clouds."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from .copied import Values

CREDENTIALS = ".aws/credentials"
RCLONE = ".config/rclone/rclone.conf"
S3CFG = ".s3cfg-aur1"
# Where `elsewhere` has its files.
MOVED = {
    "AWS_SHARED_CREDENTIALS_FILE": "keys/aws",
    "AWS_CONFIG_FILE": "keys/aws.config",
    "RCLONE_CONFIG": "keys/rclone.conf",
    "MC_CONFIG_DIR": "keys/mc",
}
# Names that no test may reach, and a key that is nobody's.
HOSTILE = {
    "AWS_ENDPOINT_URL": "https://other.invalid",
    "AWS_ENDPOINT_URL_S3": "https://other.invalid",
    "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS": "true",
    "AWS_REGION": "eu-west-1",
    "AWS_DEFAULT_REGION": "eu-west-1",
    "AWS_PROFILE": "gone",
    "AWS_ACCESS_KEY_ID": "other",
    "AWS_SECRET_ACCESS_KEY": "other",
    "AWS_SESSION_TOKEN": "other",
    "RCLONE_S3_ENDPOINT": "https://other.invalid",
    "RCLONE_S3_REGION": "eu-west-1",
    "RCLONE_S3_ACCESS_KEY_ID": "other",
    "RCLONE_S3_SECRET_ACCESS_KEY": "other",
    "RCLONE_CONFIG_AUR1_PROFILE": "gone",
    "MC_HOST_aur1": "https://other:other@other.invalid",
}
WORK = """[default]
aws_access_key_id = D
aws_secret_access_key = d

[work]
aws_access_key_id = {access}
aws_secret_access_key = {secret}
region = {region}
endpoint_url = https://{host}"""
# With a comment above the section behind it.
OLD = """[aur1]
aws_access_key_id = OLD
aws_secret_access_key = old
aws_session_token = old

# work: ask Signe before use
"""
REMOTES = """[local]
type = local

# photos: of last year
[photos]
type = alias
remote = local:photos
"""


@dataclass
class Home:
    """The files of a home by their paths, and the variables of its shell."""

    files: dict[str, bytes] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    variables: dict[str, str] = field(default_factory=dict)

    def make(self, directory: Path) -> None:
        """Put it into `directory`, which is not there yet."""
        directory.mkdir()
        for name, content in self.files.items():
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            path.chmod(0o644)
        for name, target in self.links.items():
            path = directory / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.symlink_to(target)


def homes(work: Values) -> dict[str, Home]:
    """Return every kind of home; where it has a profile `work`, that is of the key `work`."""
    written = WORK.format(
        access=work.access, secret=work.secret, region=work.region, host=work.host
    )

    def files(credentials: str, remotes: str = REMOTES, end: str = "\n") -> dict[str, bytes]:
        texts = {CREDENTIALS: credentials, RCLONE: remotes, S3CFG: "[default]\naccess_key = OLD\n"}
        return {name: text.replace("\n", end).encode() for name, text in texts.items()}

    dotfiles = {
        path.replace(".aws", "dotfiles").replace(".config/rclone", "dotfiles"): text
        for path, text in files(written).items()
        if path != S3CFG
    }
    return {
        "empty": Home(),
        "full": Home(files(f"{written}\n\n")),
        "old": Home(files(OLD + written, f"{REMOTES}\n[aur1]\ntype = s3\n")),
        "crlf": Home(files(written + "\n" + OLD, end="\r\n")),
        "linked": Home(
            {**dotfiles, "dotfiles/s3cfg": b"[default]\naccess_key = OLD\n"},
            {
                CREDENTIALS: "../dotfiles/credentials",
                RCLONE: "../../dotfiles/rclone.conf",
                S3CFG: "dotfiles/s3cfg",
            },
        ),
        "elsewhere": Home(files(written), variables=MOVED),
        "other": Home(files(written), variables=HOSTILE),
    }
