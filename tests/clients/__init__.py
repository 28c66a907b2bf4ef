"""The S3 client programs that readers use, the real ones, below `target/clients`."""

from pathlib import Path

_TARGET = Path(__file__).resolve().parent.parent.parent / "target"
CLIENTS = _TARGET / "clients"
BIN = CLIENTS / "bin"
NODE = CLIENTS / "node"
AWS_V1 = CLIENTS / "aws-v1" / "bin"
AWS_V2 = CLIENTS / "aws-v2" / "bin"
MORE = _TARGET / "venv" / "more-clients"
# A Python that has boto3.
PYTHON = _TARGET / "venv" / "clients" / "bin" / "python"


def trust(ca_file: Path) -> dict[str, str]:
    """Return the environment that makes every client here trust `ca_file`.

    Go's programs and s3cmd read the first, aws and boto3 the second.
    AWS_CA_BUNDLE is not an alternative: rclone 1.60 reads it too, and then fails at once.
    """
    return {"SSL_CERT_FILE": str(ca_file), "REQUESTS_CA_BUNDLE": str(ca_file)}
