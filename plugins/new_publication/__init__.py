"""A publication of one's own in the place of the sample: ``inv new publication``."""
