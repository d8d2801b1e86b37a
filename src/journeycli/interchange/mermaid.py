"""Mermaid `journey` diagrams: from a `.mmd` file or from all blocks of a Markdown file, and out.

The grammar is that of Mermaid 11 (journey.jison and journeyDb), read more leniently: what Mermaid
refuses, or draws as something else than its writer meant, is read as it was meant and reported.
A section is a stage, a task a customer action, an actor a persona; scores go from 1 to 5. What
is written here comes back as it was: its comments tell steps without a score, and stages without a
step, from the tasks that the grammar asks for.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, Final

from journeycli.errors import UserError
from journeycli.interchange import scores
from journeycli.interchange.draft import Asked, Draft, Remark, RemarkKind
from journeycli.interchange.ids import Ids
from journeycli.interchange.mermaid_blocks import around, blocks
from journeycli.interchange.mermaid_diagram import Diagram, read_diagram
from journeycli.interchange.plain_text import one_line, plain_text
from journeycli.mermaid import ALSO_ACTING, write_journey
from journeycli.source.limits import Limits
from journeycli.text import listed, shorten

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from journeycli.interchange.mermaid_diagram import Section
    from journeycli.interchange.mermaid_tasks import Task
    from journeycli.model.journey import JourneyMap

_USUAL: Final = scores.Scale(1, 5)
_SHOWN: Final = 60
_MOST: Final = 500  # diagrams of a file
_FEW: Final = 4  # tasks from which on it can be told that text and actors were swapped


def read(raw: bytes, asked: Asked) -> list[Draft]:
    """Read every journey diagram of a file, each as a map.

    Raises:
        UserError: There is no journey diagram, or one with more stages than a map may have.

    """
    text, remarks = plain_text(raw)
    found = blocks(text)
    if not found:
        raise UserError(
            "There is no Mermaid journey in the file.",
            hint="It begins with the line `journey`, in a Markdown file inside ```mermaid … ```.",
        )
    if len(found) > _MOST:
        raise UserError(
            f"The file has {len(found):,} journeys; up to {_MOST} can be read at once.",
            hint="Split it into several files and import each.",
        )
    if any(line.strip() for line in around(text, found)):
        message = (
            "Only the diagrams of the document are in the map; `--as markdown` reads what stands "
            "around them instead."
        )
        remarks = (*remarks, Remark(RemarkKind.LEFT_OUT, "the whole file", message))
    ids = Ids("journey")
    return [_draft(read_diagram(block), block.heading, asked, ids, remarks) for block in found]


def write(journey: JourneyMap, personas: Mapping[str, str] | None = None) -> str:
    """Write a map as a `journey` diagram.

    Args:
        journey: The map.
        personas: Names of personas that stand in files of their own, by id.

    """
    names = {each.id: each.name for each in journey.personas if not isinstance(each, str)}
    names = {**(personas or {}), **names}
    return write_journey(journey, lambda id_: names.get(id_, id_))


def _draft(
    diagram: Diagram, heading: str, asked: Asked, ids: Ids, before: tuple[Remark, ...]
) -> Draft:
    _check(diagram)
    _turn(diagram)
    title = _title(diagram, heading, asked)
    people = _people(diagram)
    main = next(iter(people), None)
    converted = _converted(diagram, asked)
    stage_ids = Ids("stage")
    stages = [
        _stage(section, number, title if len(diagram.sections) == 1 else "", diagram)
        | _steps(section, people, main, converted)
        for number, section in enumerate(diagram.sections, 1)
    ]
    stages = [{"id": stage_ids.take(stage["name"]), **stage} for stage in stages]
    data: dict[str, Any] = {"format": "journey-map/1", "id": ids.take(title), "title": title}
    if summary := _summary(diagram, title):
        data["summary"] = summary
    if people:
        data["personas"] = [{"id": id_, "name": name} for name, id_ in people.items()]
    data["stages"] = stages
    if any("lanes" in stage for stage in stages):
        data["lanes"] = [{"id": ALSO_ACTING, "name": "Also acting"}]
        message = "Some steps have several actors; those after the first stand in a lane."
        diagram.note(RemarkKind.KEPT, diagram.line, message)
    return Draft(data, (*before, *_in_order(diagram.remarks)))


def _check(diagram: Diagram) -> None:
    most = Limits().stages
    if not diagram.sections:
        raise UserError(
            "The Mermaid journey has neither a section nor a task.",
            place=f"line {diagram.line}",
        )
    if len(diagram.sections) > most:
        raise UserError(
            f"The Mermaid journey has {len(diagram.sections)} sections; a map may have {most}.",
            place=f"line {diagram.line}",
        )


def _turn(diagram: Diagram) -> None:
    """Undo a swap: some write who acts in front of the score, and what they do behind it."""
    tasks = [task for section in diagram.sections for task in section.tasks]
    said = [actor for task in tasks for actor in task.actors]
    names = {task.text for task in tasks}
    swapped = (
        len(tasks) >= _FEW
        and all(task.actors for task in tasks)
        and len(names) * 2 <= len(tasks)
        and len(set(said)) * 5 >= len(said) * 4
        and sum(" " in each for each in said) * 2 > len(said)
    )
    if not swapped:
        return
    for section in diagram.sections:
        section.tasks[:] = [
            task._replace(text=", ".join(task.actors), actors=(task.text,))
            for task in section.tasks
        ]
    message = (
        f"{listed(sorted(names)[:3])} come again and again in front of the scores, so they were "
        "taken for the actors, and what stands behind the scores for what they do."
    )
    diagram.note(RemarkKind.GUESSED, diagram.line, message)


def _title(diagram: Diagram, heading: str, asked: Asked) -> str:
    if diagram.title:
        return diagram.title
    title = one_line(diagram.acc_title or heading or asked.title) or "Journey"
    message = f'The diagram has no title; it is called "{shorten(title, _SHOWN)}" now.'
    diagram.note(RemarkKind.GUESSED, diagram.line, message)
    return title


def _summary(diagram: Diagram, title: str) -> str:
    other = diagram.acc_title if diagram.acc_title not in ("", title) else ""
    if other:
        message = f'accTitle "{shorten(other, _SHOWN)}" stands in the summary.'
        diagram.note(RemarkKind.KEPT, diagram.line, message)
    return ". ".join(part for part in (other.rstrip("."), diagram.description) if part)


def _people(diagram: Diagram) -> dict[str, str]:
    """Give the actors' ids by name: who acts in most tasks first, the others in order."""
    said = [
        actor for section in diagram.sections for task in section.tasks for actor in task.actors
    ]
    names = list(dict.fromkeys(said))
    if names:
        main = Counter(said).most_common(1)[0][0]
        names.sort(key=lambda name: name != main)
    ids = Ids("persona")
    return {name: ids.take(name) for name in names}


def _converted(diagram: Diagram, asked: Asked) -> Mapping[float, float]:
    """Give the format's score for each that stands in the diagram."""
    tasks = [task for section in diagram.sections for task in section.tasks]
    found = {task.score for task in tasks if task.score is not None}
    scale = scores.Scale(*asked.scale) if asked.scale else _guess(found)
    if not asked.scale and scale != _USUAL:
        message = (
            f"Mermaid's scores go from 1 to 5, these do not: they were read as {scale}. "
            "`--scale` says it otherwise."
        )
        diagram.note(RemarkKind.GUESSED, diagram.line, message)
    for task in tasks:
        if task.score is not None and not scale.holds(task.score):
            message = f"The score {task.score:g} lies outside {scale} and was moved to its end."
            diagram.note(RemarkKind.CHANGED, task.line, message)
    return {score: scores.convert(score, scale) for score in found}


def _guess(found: Iterable[float]) -> scores.Scale:
    found = list(found)
    for scale in (_USUAL, scores.Scale(0, 5)):
        if all(map(scale.holds, found)):
            return scale
    return scores.guess(found)


def _stage(section: Section, number: int, title: str, diagram: Diagram) -> dict[str, Any]:
    name = section.name
    if not name:
        what = "These tasks stand before any section" if name is None else "The section has no name"
        name = title or ("Start" if number == 1 else f"Stage {number}")
        message = f'{what}; the stage is called "{shorten(name, _SHOWN)}" now.'
        diagram.note(RemarkKind.GUESSED, section.line, message)
    return {"name": name}


def _steps(
    section: Section, people: Mapping[str, str], main: str | None, converted: Mapping[float, float]
) -> dict[str, Any]:
    if not section.tasks:
        return {}
    found: dict[str, Any] = {
        "customer_actions": [_step(task, people, main, converted) for task in section.tasks]
    }
    others = [each for task in section.tasks for each in _others(task, people, main)]
    return found | {"lanes": {ALSO_ACTING: others}} if others else found


def _step(
    task: Task, people: Mapping[str, str], main: str | None, converted: Mapping[float, float]
) -> str | dict[str, Any]:
    step: dict[str, Any] = {"text": task.text}
    if first := _first(task, people, main):
        step["persona"] = people[first]
    if task.score is not None:
        step["score"] = scores.plain_score(converted[task.score])
    return step if len(step) > 1 else task.text


def _others(task: Task, people: Mapping[str, str], main: str | None) -> Iterator[dict[str, str]]:
    first = _first(task, people, main)
    for actor in task.actors if first else ():
        if actor != first:
            yield {"text": task.text, "persona": people[actor]}


def _first(task: Task, people: Mapping[str, str], main: str | None) -> str | None:
    """Give whose step it is; None where it is everyone's."""
    if not task.actors or len(set(task.actors)) == len(people):
        return None
    return main if main in task.actors else task.actors[0]


def _in_order(remarks: Iterable[Remark]) -> list[Remark]:
    return sorted(remarks, key=lambda remark: int(remark.place.removeprefix("line ")))
