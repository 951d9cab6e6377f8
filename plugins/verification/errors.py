"""The error under the name that it had."""

from verification.model import QuotationError as QuotationError
