"""What `make test` and `make soak` run: every lane of tests, and what came of them."""
