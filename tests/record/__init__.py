"""The record: source pages, people, and data."""
