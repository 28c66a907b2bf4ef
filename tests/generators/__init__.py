"""One source site, built by every generator, theme and set of plugins, and read in a browser."""
