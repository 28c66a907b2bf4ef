"""The whole product, end to end: real Keystone, real object store, real browser, real clients."""
