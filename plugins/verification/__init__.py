"""Comparing quotations with the text of their sources: pure functions on text."""

from verification.cautions import shortened as shortened
from verification.folding import FOLDING_VERSION as FOLDING_VERSION
from verification.folding import fold as fold
from verification.link import text_fragment as text_fragment
from verification.model import Caution as Caution
from verification.model import Difference as Difference
from verification.model import Insertion as Insertion
from verification.model import Piece as Piece
from verification.model import Position as Position
from verification.model import QuotationError as QuotationError
from verification.model import Result as Result
from verification.model import Verification as Verification
from verification.negation import missing_negations as missing_negations
from verification.passages import Course as Course
from verification.passages import LeftOut as LeftOut
from verification.passages import course_of as course_of
from verification.phrases import contains as contains
from verification.phrases import find_in as find_in
from verification.snapshot import Snapshot as Snapshot
from verification.verifying import verify as verify
