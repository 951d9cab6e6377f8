"""What stands behind the quotations, for readers and machines: pages of sources, people, data."""

from record.plugin import register as register
