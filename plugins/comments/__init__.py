"""Comments: an external service, hooked into a static page when its reader asks for it."""


def register() -> None:
    """Connect to Pelican, which calls this."""
    from comments import plugin

    plugin.register()
