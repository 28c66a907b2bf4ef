"""The HTML of a panel, from the settings of its site and the options of one fence.

Internal, as `mkdocs_keyfill` says.
"""
