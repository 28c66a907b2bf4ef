"""The languages of the panel: a JSON file each, as `docs/translating.md` describes it.

Internal, as `mkdocs_keyfill` says.
"""
