"""One reader of options: a setting as the types that a plugin declares, and what is wrong."""

from options.reading import OR_ONE, read_fields, read_named, read_options, read_value, such

__all__ = ["OR_ONE", "read_fields", "read_named", "read_options", "read_value", "such"]
