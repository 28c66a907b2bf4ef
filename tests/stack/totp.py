"""The second factor, as a telephone computes it: RFC 6238 with Keystone's defaults."""

from __future__ import annotations

import base64
import hashlib
import hmac
import secrets

PERIOD = 30
DIGITS = 6


def make_secret() -> str:
    # The 160 bits that RFC 4226 recommends; a multiple of five bytes needs no padding.
    return base64.b32encode(secrets.token_bytes(20)).decode()


def passcode(secret: str, seconds: float) -> str:
    """Return the passcode of the period in which `seconds` after the epoch lies."""
    counter = int(seconds // PERIOD).to_bytes(8, "big")
    digest = hmac.digest(base64.b32decode(secret), counter, hashlib.sha1)
    # RFC 4226, dynamic truncation: the last four bits say where to read 31 others.
    start = digest[-1] & 0xF
    number = int.from_bytes(digest[start : start + 4], "big") & 0x7FFF_FFFF
    return f"{number % 10**DIGITS:0{DIGITS}}"
