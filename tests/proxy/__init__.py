"""A reverse proxy on loopback that loses, repeats and holds up what passes through it."""

from .fault import Answer, Cors, Endless, Fault, Hold
from .proxy import FaultProxy

__all__ = ["Answer", "Cors", "Endless", "Fault", "FaultProxy", "Hold"]
