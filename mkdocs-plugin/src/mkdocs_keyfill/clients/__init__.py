"""Clients as files: what a file says, checked, and what the page and the app read of it.

Internal, as `mkdocs_keyfill` says.
"""
