"""What `keyfill check` says of a finished site.

Internal, as `mkdocs_keyfill` says.
"""
