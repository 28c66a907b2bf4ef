"""A real Keystone and a real S3 store on loopback, for the tests and for the demo.

Nothing of Keystone or Swift is imported here: they run in processes of their own, from
`target/venv/stack`, so any Python 3.11 can start them.
"""

from .identity import ApplicationCredential, Identity
from .people import HOSTILE_PROJECT, HOSTILE_USER, User
from .process import StartError
from .stack import Stack
from .store import Store

__all__ = [
    "HOSTILE_PROJECT",
    "HOSTILE_USER",
    "ApplicationCredential",
    "Identity",
    "Stack",
    "StartError",
    "Store",
    "User",
]
