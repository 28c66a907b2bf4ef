"""MkDocs plugin that places Keyfill's panel in a page.

Read `plugin` first, then `options`, `settings`, `fence`.
"""
