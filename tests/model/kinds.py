"""The scalars of the format, by short names."""

from __future__ import annotations

from typing import get_args

from journeycli.model import scalars
from journeycli.model.scalars import Scalar
from journeycli.model.vocabulary import SEVERITIES


def of(alias: object) -> Scalar:
    """Give the scalar of an annotated type."""
    scalar = get_args(alias)[1]
    assert isinstance(scalar, Scalar)
    return scalar


TEXT, NUMBER, SCORE = of(scalars.Text), of(scalars.Number), of(scalars.Score)
SHARE, COUNT, ONE_TO_FIVE = of(scalars.Share), of(scalars.Count), of(scalars.OneToFive)
WHEN, FLAG = of(scalars.When), of(scalars.Flag)
LINK, IMAGE = of(scalars.Link), of(scalars.ImagePath)
SEVERITY = scalars.word(SEVERITIES)
# Numbers, dates, links and paths with something wrong about them.
LIKELY = (
    r"^([-+−–]?[0-9]{1,7}[ ,._]?[0-9]{0,3} ?(%|€|days)?|[0-9]{1,4}[-/.][0-9]{1,2}([-/.][0-9]{1,4})?"
    r"|(https?:|//|www\.|mailto:)?[a-z/@. \\]{0,9})\Z"
)
