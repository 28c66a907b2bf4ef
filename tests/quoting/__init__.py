"""Hostile values by the thousand, in each kind of quotes, read by the programs they are for."""
