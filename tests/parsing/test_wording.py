"""Whatever is wrong with a file, its reader hears plain words at a real place."""

from __future__ import annotations

import re

from hypothesis import given, settings

from journeycli.lint.places import Places
from journeycli.model.shapes import ROOTS
from journeycli.parsing import parse
from journeycli.source.document import read_document
from journeycli.testing import lint_texts

from .mutations import broken_files, model_names

OF_THE_LIBRARY = (
    "pydantic", "validation", "validator", "input_value", "input should", "type=", "_type",
    "https://errors", "literal", "nonetype", "forbidden", "journey.sentence", "ctx", "Traceback",
)  # fmt: skip
CODES = {"J002", "J003", "J005"}


@settings(max_examples=120)
@given(broken_files())
def test_no_wording_of_a_library_reaches_a_reader(text: str) -> None:
    """Messages have neither class names nor library words, and a real place in the text.

    What holds the refused key or value is there in the file.
    """
    document = read_document(text.encode())
    places = Places("a.journey.yaml", document)
    for code, problem in parse(document).diagnoses:
        said = f"{problem.message} {problem.help}"
        assert code in CODES
        assert problem.message.endswith((".", "?"))
        assert problem.help
        assert not [word for word in OF_THE_LIBRARY if word.lower() in said.lower()]
        assert not model_names() & set(re.findall(r"\w+", said))
        assert "\n" not in said
        assert document.value_span(problem.path[:-1]) is not None
        place = places.place(problem.path, on_key=problem.on_key, whole=problem.whole)
        assert place.start < place.end or document.value_span(problem.path) is not None
        assert places.at(problem.path).startswith(str(problem.path[0]))


@settings(max_examples=80)
@given(broken_files())
def test_rules_run_on_whatever_is_left(text: str) -> None:
    """A broken file ends in findings, never in a failure, and no made-up text shows."""
    report = lint_texts({"a.journey.yaml": text})
    assert report.files == ("a.journey.yaml",)
    for finding in report.findings:
        assert not re.search(r"“…”|`…`|unnamed", finding.message), finding.message


def test_the_names_of_models_are_known() -> None:
    """The property above looks for the names of real classes."""
    assert {"SharedTouchpoint", "CustomerAction", "JourneyMap"} <= model_names()
    assert {model.__name__ for model in ROOTS.values()} & model_names()
