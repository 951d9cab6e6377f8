"""Comments in the page: read from their server while the site is built."""
