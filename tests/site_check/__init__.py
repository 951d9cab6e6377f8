"""Checking a site before it is published."""
