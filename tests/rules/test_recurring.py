"""J507 on facts: what counts as one journey, and how much is shown of many."""

from __future__ import annotations

from journeycli.rules.barriers.recurring import RecurringBarrier
from journeycli.workspace.index import FileFacts, FileProblem, Index


def one_map(
    name: str, *barriers: int, names: tuple[str, ...] = (), path: str | None = None
) -> FileFacts:
    return FileFacts(
        path=path or f"{name}.journey.yaml",
        kind="map",
        id=name,
        title=name.upper(),
        declares={},
        open=tuple(("map", each) for each in names),
        barriers=barriers,
        barrier_texts="\n".join(f"text {each}" for each in barriers),
    )


def problems(*files: FileFacts) -> list[FileProblem]:
    return list(RecurringBarrier().check(Index(files, {})))


def test_every_text_is_told_once() -> None:
    """Of three maps with one text, and two of them with another, come two problems."""
    found = problems(one_map("a", 1, 2), one_map("b", 2, 1), one_map("c", 1, 3))
    assert sorted((each.path, each.message) for each in found) == [
        ("a.journey.yaml", "“text 1” is a barrier on 3 maps: “A”, “B” and “C”."),
        ("a.journey.yaml", "“text 2” is a barrier on 2 maps: “A” and “B”."),
    ]


def test_maps_that_build_on_one_another_count_as_one() -> None:
    """Today's map, two futures of it and a closer look at a stage show one barrier."""
    today = one_map("today", 1, names=("closer",))
    futures = one_map("cheap", 1, names=("today",)), one_map("fast", 1, names=("today",))
    assert problems(*futures, today, one_map("closer", 1)) == []


def test_a_link_to_a_map_without_the_barrier_does_not_join_what_it_names() -> None:
    """An overview that names two maps as its details does not make one journey of them."""
    overview = one_map("all", 2, names=("a", "b"))
    assert len(problems(one_map("a", 1), one_map("b", 1), overview)) == 1


def test_maps_without_an_id_are_maps_of_their_own() -> None:
    """An id that is missing is no id that two maps share."""
    assert len(problems(one_map("", 1, path="a.yaml"), one_map("", 1, path="b.yaml"))) == 1


def test_of_many_maps_some_are_shown() -> None:
    """A barrier of a thousand maps is one line, and a few places to look at."""
    (found,) = problems(*(one_map(f"m{number:04}", 1) for number in range(1000)))
    assert found.message == (
        "“text 1” is a barrier on 1,000 maps: “M0000”, “M0001”, “M0002”, “M0003” and 996 more."
    )
    assert len(found.elsewhere) == 5
