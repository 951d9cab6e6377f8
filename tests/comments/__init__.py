"""Comments: settings, identity, what a page says, and a real server read with a browser."""
