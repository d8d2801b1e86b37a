"""What somebody may write under a key, right or wrong: tried under every key of the format."""

from __future__ import annotations

from typing import Any

from journeycli.text import Quoted

NUMBERS = (
    "0", "1", "-1", "2", "3", "-2.5", "0.5", "0.25", "0.3", "1e1", "+1", "1.5", "4.0", "5", "6",
    "-0", ".5", "1.", "100", "18400", "1,5", "60%", "−1", "-",
)  # fmt: skip
DATES = (
    "2026", "2026-09", "2026-13", "2026-00", "2026-09-30", "2026-09-31", "2026-04-31", "2026-02-29",
    "2024-02-29", "2000-02-29", "1900-02-29", "1900", "2199", "2200", "1899", "2026-9", "2026-12",
)  # fmt: skip
WORDS = (
    "true", "True", "TRUE", "false", "yes", "no", "on", "high", "company", "month", "website",
    "custom", "existing", "planned", "done", "use", "survey", "customers", "down", "digital",
    "prospect", "frontline", "frontstage", "lifecycle", "current", "researched", "idea", "required",
    "people", "nps", "x", "y-z", "Ä", "山", "journey-map/1", "persona/1", "catalog/1",
)  # fmt: skip
LINKS_AND_PATHS = (
    "http://a.b/c", "HTTPS://a.b", "mailto:a@b.c", "ftp://a.b", "www.a.b", "https://",
    "images/a.png", "../a", "/a", "~a", "a\\b", "C:a", "a/../b", "..", "..a", "a..b/c", "a/..",
)  # fmt: skip
ONLY_IN_QUOTES = (
    "", " ", "\n", "\u0085", "\ufeff", "\u3000", "\x1c", " a ", "a b", "2026-09-30\n", "https://a.b\n",
    "https://a.b c", "a\n",
)  # fmt: skip
COLLECTIONS: tuple[Any, ...] = (
    [], {}, [None], ["a"], ["a", Quoted("")], [["a"]], [{}], ["survey"], ["customers"], ["1"],
    {"none": None}, {"none": Quoted("")}, {"none": "x"}, {"none": "1"}, {"none": ["x"]},
    {"none": "x", "y": "z"}, {"x-a": "b"}, {"a": None}, {"a": "b"}, {"a": ["b"]}, {"a": [["b"]]},
    {"a": {"none": "b"}}, {"text": "a"}, {"from": "1"}, {"last": "2026"}, {"before": "1"},
    [{"text": "a"}], [{"text": None}], [{"text": "a", "x-b": []}], [{"name": "a"}], [{"id": "a"}],
    [{"id": "a", "name": "b"}], [{"id": "a", "method": "survey"}], [{"id": "a", "is": "use"}],
    [{"kind": "custom"}], [{"kind": "custom", "name": "n"}], [{"kind": "custom", "name": None}],
    [{"kind": "nps", "value": "1"}], [{"end": "b"}], [{"stage": "a", "end": "b"}],
    [{"stage": "a", "end": None}], [{"ref": "r"}], [{"from": "a", "to": "b"}], [{"barrier": "b"}],
    [{"feeling": None, "score": "1"}], [{"feeling": None}], [{"a": "why?"}], [{"src": "a.png"}],
    [{"url": "https://a.b"}], [{"stages": ["a"]}], [{"stages": []}], [{"stages": None}],
)  # fmt: skip
PLAIN = (*NUMBERS, *DATES, *WORDS, *LINKS_AND_PATHS)
PROBES: tuple[Any, ...] = (
    None,
    *PLAIN,
    *map(Quoted, PLAIN),
    *map(Quoted, ONLY_IN_QUOTES),
    *COLLECTIONS,
)
