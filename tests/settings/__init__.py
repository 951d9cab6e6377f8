"""The settings of a site: what they may be, and what is said of those that may not."""
