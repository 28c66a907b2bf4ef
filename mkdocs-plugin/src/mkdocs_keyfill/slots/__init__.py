"""What a placeholder is: names in brackets, the code of pages, and the engine that finds slots.

Internal, as `mkdocs_keyfill` says: it knows the rules of the app and nothing of options or panels.
"""
