"""The files that a page loads, and what stands in it beside the tags that load them.

Internal, as `mkdocs_keyfill` says.
"""
