"""What pages tell machines: JSON-LD in schema.org's terms."""

from structured_data.plugin import register as register
