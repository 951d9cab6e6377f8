"""Texts only say something: what in them would run, or act on its page, has to be allowed."""

from active_content.plugin import register as register
