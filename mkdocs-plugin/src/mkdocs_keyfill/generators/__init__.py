"""What differs from one generator of sites to the next: where its options and its pages come from.

Internal, as `mkdocs_keyfill` says.
"""
