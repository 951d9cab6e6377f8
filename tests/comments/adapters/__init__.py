"""The other services: contract tests, each against a stub of its documented interface."""
