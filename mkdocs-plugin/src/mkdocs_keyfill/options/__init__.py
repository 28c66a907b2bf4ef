"""The options of a site: what an author may write, and what it becomes once it is checked.

Internal, as `mkdocs_keyfill` says. `declared` has the options, `settings` puts the checks together.
"""
