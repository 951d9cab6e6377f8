"""The record: which works are cited, the outlets they come from, and their files."""
