"""Checks that the documentation says what the product does, and makes its pictures."""
