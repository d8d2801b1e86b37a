"""J308, J309 and J313: whether the channels of a map are those that people use."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.model.channels import CHANNELS
from journeycli.rules.base import MapRule, WorkspaceRule
from journeycli.text import counted, listed
from journeycli.workspace.index import FileProblem, Locator

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from journeycli.model import JourneyMap
    from journeycli.rules.context import MapContext
    from journeycli.workspace.index import FileFacts, Index
    from journeycli.workspace.reach import PersonaChannels

_FEWEST = 4  # touchpoints from which on one channel is remarkable
_MOST_NAMED = 3  # stages or maps in one message
_HELPING = frozenset({"use", "support"})
_CONVERSING = frozenset({"live-chat", "forum", "instant-messaging", "social-media"})
_CONVERSING_WORDS = re.compile(r"chat|messag|messenger|forum|community|social")


class SingleChannel(MapRule):
    """A whole map on one channel.

    What:
        A map has four different touchpoints or more, and all of them are on the same channel.
        While the channel of any is not known, the rule is silent.

    Why:
        Hardly anybody stays on one channel from start to end. Such a map often shows one
        department's channel and not the customer's journey.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - {name: Price page, channel: website}
              - {name: Coverage check, channel: website}
          - id: order
            name: Order
            touchpoints:
              - {name: Order form, channel: website}
              - {name: Order status, channel: website}

    Good::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - {name: Price page, channel: website}
              - {name: The neighbours, channel: word-of-mouth}
          - id: order
            name: Order
            touchpoints:
              - {name: Order form, channel: website}
              - {name: Confirmation, channel: email}
    """

    code = "J308"
    name = "single-channel"
    summary = "a whole map of four touchpoints or more on one channel"
    severity = Severity.INFO
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem where all touchpoints share their only channel."""
        del journey
        different = len(context.by_touchpoint)
        used = {each.channels for each in context.placed}
        if different < _FEWEST or len(used) > 1:
            return
        channels = used.pop()
        if len(channels) == 1:
            yield Problem(
                ("stages",),
                f"All {different} touchpoints of this map are on one channel, {channels[0]}.",
                help="Ask what people do beside it: whom they call, ask or visit, "
                "and add those touchpoints.",
            )


class NoDigitalContact(MapRule):
    """People use the product or need help, and can write to nobody.

    What:
        The map has stages with the phase `use` or `support`, and no touchpoint of the whole map
        is on live chat, a forum, a messenger or social media. A channel of one's own counts if
        its kind is `social` or its id speaks of chat, messages, a forum or a community. While the
        channel of any touchpoint is not known, the rule is silent.

    Why:
        Many people would rather write than wait in a queue, and ask one another before they ask
        us. Where we offer no place for it, they find one without us.

    Bad::

        stages:
          - id: order
            name: Order
            phase: purchase
            touchpoints:
              - {name: Order form, channel: website}
          - id: get-help
            name: Get help
            phase: support
            touchpoints:
              - {name: Help line, channel: phone}

    Good::

        stages:
          - id: order
            name: Order
            phase: purchase
            touchpoints:
              - {name: Order form, channel: website}
          - id: get-help
            name: Get help
            phase: support
            touchpoints:
              - {name: Help line, channel: phone}
              - {name: Chat with an agent, channel: live-chat}
    """

    code = "J309"
    name = "no-digital-contact"
    summary = "use or support stages without live chat, forum, messaging or social channel"
    severity = Severity.INFO
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem, at the first stage in which people use it or need help."""
        helping = [
            (place, stage)
            for place, stage in enumerate(journey.stages)
            if stage.phase and context.vocabulary.phase(stage.phase) in _HELPING
        ]
        places = context.placed
        if not helping or not places or not all(each.channels for each in places):
            return
        kinds = {each.id: each.kind for each in journey.channels}
        used = {channel for each in places for channel in each.channels}
        if any(
            _converses(each, kinds.get(each) or context.vocabulary.channel_kind(each))
            for each in used
        ):
            return
        yield Problem(
            ("stages", helping[0][0], "touchpoints"),
            f"In {_named([stage.name for _, stage in helping])} people may need an answer, and "
            "this map has no live chat, forum, messenger or social channel.",
            help="Add the one that they use, such as `channel: live-chat`; "
            "with `status: wanted` if it is not there yet.",
        )


class UnreachedPersona(WorkspaceRule):
    """A persona can be met on a channel that no touchpoint of its map is on.

    What:
        A persona names `channels`, and no touchpoint of its map, or of any of its maps, is on
        one of them. While the channel of any touchpoint of these maps is not known, the rule is
        silent.

    Why:
        If the channels are right, the map leaves out where this person really is; if the map is
        right, we are not where they are.

    Bad::

        personas:
          - id: budget-family
            name: A family on a budget
            channels: [phone, instant-messaging]
        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - {name: Help line, channel: phone}

    Good::

        personas:
          - id: budget-family
            name: A family on a budget
            channels: [phone, instant-messaging]
        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - {name: Help line, channel: phone}
              - {name: The street's group, channel: instant-messaging}
    """

    code = "J313"
    name = "unreached-persona"
    summary = "a persona's channel on no touchpoint of its map"
    severity = Severity.INFO

    def check(self, index: Index) -> Iterator[FileProblem]:
        """Yield one problem a persona, at the first of its channels that is not reached."""
        if index.unseen("touchpoint"):
            return
        shared = {
            name: channels
            for file in reversed(index.of_kind("catalog"))
            for name, channels in file.reach.shared
            if channels
        }
        naming = _naming(index)
        for file in index.files:
            for persona in file.reach.personas:
                own = [file] if file.kind == "map" else []
                maps = [*own, *naming.get(persona.id, ())]
                unknown = {name for each in maps for name in each.reach.unknown} - set(shared)
                reached = {name for each in maps for name in _reached(each, shared)}
                missing = [each for each in dict.fromkeys(persona.channels) if each not in reached]
                if reached and missing and not unknown:
                    yield _unreached(persona, missing, file, maps)


def _converses(channel: str, kind: str | None) -> bool:
    """Tell whether people can write to somebody there and get an answer."""
    if channel in CHANNELS:
        return channel in _CONVERSING
    return kind == "social" or _CONVERSING_WORDS.search(channel) is not None


def _naming(index: Index) -> dict[str, list[FileFacts]]:
    """Give the maps that name a persona who is declared elsewhere, by the persona's id."""
    found: dict[str, list[FileFacts]] = {}
    for file in index.of_kind("map"):
        for kind, name in file.open:
            if kind == "persona":
                found.setdefault(name, []).append(file)
    return found


def _reached(file: FileFacts, shared: dict[str, tuple[str, ...]]) -> Iterator[str]:
    yield from file.reach.channels
    for touchpoint in file.reach.unknown:
        yield from shared.get(touchpoint, ())


def _unreached(
    persona: PersonaChannels, missing: Sequence[str], file: FileFacts, maps: Sequence[FileFacts]
) -> FileProblem:
    on_map = file.kind == "map"
    where = "this map" if maps == [file] else _named([each.title for each in maps], "or")
    return FileProblem(
        path=file.path,
        where=Locator("declares", "persona", persona.id)
        if on_map
        else Locator("names", "channel", missing[0]),
        message=f"“{persona.name}” can be met on {listed(missing)}, "
        f"and no touchpoint of {where} is there.",
        help="Add the touchpoints that they use there, or take the channel off the persona.",
        elsewhere=tuple(
            (each.path, Locator("key", "stages"), "No touchpoint of these stages is there.")
            for each in maps
            if each is not file
        ),
    )


def _named(names: Sequence[str], conjunction: str = "and") -> str:
    shown = [f"“{each}”" for each in names[:_MOST_NAMED]]
    rest = len(names) - len(shown)
    return listed([*shown, counted(rest, "other", "others")] if rest else shown, conjunction)
