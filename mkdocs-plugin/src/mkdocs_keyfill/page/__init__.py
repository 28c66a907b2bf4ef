"""The steps of the Markdown extension over one page: its fences, comments, code and the offer.

Internal, as `mkdocs_keyfill` says.
"""
