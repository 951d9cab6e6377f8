"""Metadata is checked, not guessed."""


def register() -> None:
    """Connect to Pelican, which calls this."""
    from metadata import plugin

    plugin.register()
