"""Comments that are read while the site is built."""
