"""The file of a configuration: how the command reads it, prints it and describes it for editors.

Internal, as `mkdocs_keyfill` says.
"""
