"""Where people can be met, by one file's facts."""

from __future__ import annotations

from journeycli.source.document import read_document
from journeycli.workspace.facts import facts_of
from journeycli.workspace.reach import PersonaChannels, Reach, reach_of


def reach(text: str) -> Reach:
    facts = facts_of(read_document(text.encode()).data)
    assert facts is not None
    return reach_of(facts)


def test_a_map_gives_its_channels_and_what_it_does_not_know() -> None:
    """Channels count once; a touchpoint with a channel in any of its places is known."""
    found = reach("""format: journey-map/1
id: a
title: A
stages:
  - id: compare
    name: Compare offers
    touchpoints:
      - Price page
      - {name: Help line, channel: [phone, live-chat]}
      - {ref: neighbours}
  - id: order
    name: Order
    touchpoints:
      - {ref: help-line, channel: phone}
      - {ref: price-page}
      - {id: neighbours, name: The neighbours, channel: word-of-mouth}
""")
    assert found == Reach(("phone", "live-chat", "word-of-mouth"), ("price-page",))


def test_personas_in_place_and_in_files_name_their_channels() -> None:
    """A persona's channels are never those of a touchpoint."""
    on_map = reach("""format: journey-map/1
id: a
title: A
personas:
  - {id: maya, name: Maya, channels: [app]}
  - {id: jonas, name: Jonas}
  - budget-family
""")
    in_file = reach("format: persona/1\nid: ada\nname: Ada\nchannels: [phone, post]\n")
    assert on_map == Reach(personas=(PersonaChannels("maya", "Maya", ("app",)),))
    assert in_file == Reach(personas=(PersonaChannels("ada", "Ada", ("phone", "post")),))


def test_a_catalog_gives_the_channels_of_its_touchpoints() -> None:
    """Own channels that it declares are no touchpoint's."""
    found = reach("""format: catalog/1
id: shared
channels:
  - {id: courier}
touchpoints:
  - {id: help-line, name: Help line, channel: phone}
  - Price page
""")
    assert found == Reach(shared=(("help-line", ("phone",)), ("price-page", ())))
