"""Who acts: a lane *Actor* or *Who* names a persona in one row, and a department in the next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from journeycli.interchange.notes import quoted
from journeycli.interchange.statements import split
from journeycli.text import slug

if TYPE_CHECKING:
    from journeycli.interchange.building import Building
    from journeycli.interchange.layout import Entry, Record
    from journeycli.interchange.placing import Placed
    from journeycli.interchange.stage_draft import StageDraft

_SOUND_LIKE_OURS: Final = """
team teams department dept unit staff employee employees agent agents advisor adviser clerk
representative rep operator manager engineer technician mechanic driver courier nurse doctor
receptionist cashier sales support service services desk office centre center company bank
provider system systems platform backend bot chatbot marketing finance legal it hr billing
operations logistics warehouse dispatch product design partner supplier vendor we us
abteilung mitarbeiter mitarbeiterin vertrieb kundendienst kundenservice berater beraterin
techniker fahrer wir unternehmen firma equipe conseiller vendeur nous
equipo departamento agente nosotros afdeling medewerker verkoop reparto impiegato
"""
_SOUND_LIKE_THEIRS: Final = """
customer customers user users client clients guest guests patient patients buyer buyers visitor
visitors member members passenger passengers subscriber applicant student shopper kunde kundin
kunden nutzer nutzerin gast cliente clientes utilisateur usuario klant
"""
_OURS: Final = frozenset(_SOUND_LIKE_OURS.split())
_THEIRS: Final = frozenset(_SOUND_LIKE_THEIRS.split())


def place_actor(
    entry: Entry, record: Record, stage: StageDraft, placed: Placed, building: Building
) -> None:
    """Give what a record holds to the one who acts in it.

    What the company does is a department's. Else a name that a department could have makes a
    list's steps the company's own, and any other name is a persona's.
    """
    names = split(entry.cell.text, words=True)
    _say(entry, building)
    is_ours = bool(names) and is_department(names[0])
    felt = (*placed.actions, *placed.emotions, *placed.barriers)
    is_said = any(each.lane.key == "persona" for each in record.entries)
    if len(names) != 1 or (not is_ours and (is_said or any("persona" in each for each in felt))):
        building.keep(stage, entry)
    elif not placed.company and felt and not is_ours:
        id_ = building.persona(names[0])
        for element in felt:
            element.setdefault("persona", id_)
    elif not placed.company and is_ours and building.by_steps and _plain(placed):
        _hand_over(names[0], stage, placed)
    else:
        give_department(names[0], entry, stage, placed, building)


def place_personas(record: Record, stage: StageDraft, placed: Placed, building: Building) -> None:
    """Let the persona whom a record names be the one who acts and feels in it.

    An element has one persona at most, so that several of one record stand in a lane.
    """
    for entry in record.entries:
        if entry.lane.key != "persona":
            continue
        ids = [building.persona(name) for name in split(entry.cell.text, words=True)]
        if len(ids) > 1:
            building.keep(stage, entry)
            continue
        for element in (*placed.actions, *placed.emotions, *placed.barriers):
            for id_ in ids:
                element.setdefault("persona", id_)


def give_department(
    name: str, entry: Entry, stage: StageDraft, placed: Placed, building: Building
) -> None:
    """Make what the company does in a record a department's, else its one touchpoint."""
    targets = placed.company or (placed.touchpoints if len(placed.touchpoints) == 1 else [])
    if not targets:
        building.keep(stage, entry)
    for target in targets:
        target.setdefault("department", name)


def is_department(name: str) -> bool:
    """Tell whether a name is rather one of the company than one of a customer.

    The last word decides, then any other: *customer service*, but *service user*.
    """
    words = re.findall(r"[^\W\d_]+", name.casefold())
    if not words or words[-1] in _THEIRS:
        return False
    return any(word in _OURS for word in words)


def is_customers(name: str) -> bool:
    """Tell whether a label says nothing but whom the company serves: *Customer*, *Kunde*."""
    words = re.findall(r"[^\W\d_]+", name.casefold())
    return bool(words) and _THEIRS.issuperset(words)


def _plain(placed: Placed) -> bool:
    """Tell whether a record has steps, of which none says how it feels."""
    return bool(placed.actions) and all(list(each) == ["text"] for each in placed.actions)


def _hand_over(name: str, stage: StageDraft, placed: Placed) -> None:
    for action in placed.actions:
        stage.remove("customer_actions", action)
        element = {"text": action["text"], "department": name}
        if len(placed.touchpoints) == 1 and (touchpoint := slug(placed.touchpoints[0]["name"])):
            element["touchpoint"] = touchpoint
        placed.company.append(stage.add("company_actions", element))
    placed.actions.clear()


def _say(entry: Entry, building: Building) -> None:
    building.notes.guessed(
        building.sheet.place(entry.lane.row, entry.lane.column),
        f"{quoted(entry.lane.name)} names personas, and departments where they sound like one; "
        f'--lane "{entry.lane.name}=persona" or "{entry.lane.name}=department" says it for all.',
    )
