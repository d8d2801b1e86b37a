from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from journeycli.model import Catalog, JourneyMap, Persona
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.views.known import Known, know

if TYPE_CHECKING:
    from collections.abc import Callable

EXAMPLES = Path(__file__).parents[2] / "examples"
MAPS = sorted(path.name.split(".")[0] for path in (EXAMPLES / "maps").glob("*.journey.yaml"))


@cache
def _model(path: Path) -> object:
    return parse(read_document(path.read_bytes())).model


@cache
def _known(name: str) -> Known:
    catalogs = [_model(path) for path in EXAMPLES.glob("*.catalog.yaml")]
    personas = [_model(path) for path in (EXAMPLES / "personas").glob("*.persona.yaml")]
    return know(
        _journey(name),
        [each for each in catalogs if isinstance(each, Catalog)],
        [each for each in personas if isinstance(each, Persona)],
    )


def _journey(name: str) -> JourneyMap:
    model = _model(EXAMPLES / "maps" / f"{name}.journey.yaml")
    assert isinstance(model, JourneyMap)
    return model


@pytest.fixture(params=MAPS)
def journey(request: pytest.FixtureRequest) -> JourneyMap:
    return _journey(request.param)


@pytest.fixture
def known(journey: JourneyMap) -> Known:
    return _known(journey.id)


@pytest.fixture
def example() -> Callable[[str], tuple[JourneyMap, Known]]:
    return lambda name: (_journey(name), _known(name))


@pytest.fixture
def read() -> Callable[[str], JourneyMap]:
    def read_text(text: str) -> JourneyMap:
        model = parse(read_document(text.encode())).model
        assert isinstance(model, JourneyMap)
        return model

    return read_text
