"""What `make bench` measures: bytes, start-up and requests, beside the smallest Yew page."""
