"""Quotations that name their source, and are checked against it."""


def register() -> None:
    """Connect to Pelican, which calls this."""
    from quotations import plugin

    plugin.register()
