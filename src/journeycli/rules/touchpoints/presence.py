"""J301, J302, J307 and J314: which touchpoints there are, and on what channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.model.channels import CHANNELS
from journeycli.rules.base import MapRule, StageRule
from journeycli.rules.wording import speaks_of, words_of
from journeycli.text import listed, shorten

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap, Stage
    from journeycli.rules.context import MapContext, StageContext
    from journeycli.rules.placed import Placed

_SHOWN = 40  # cells of a touchpoint's name in a message
_TELLING = ("website", "email", "sms", "live-chat", "chatbot", "forum", "phone", "app")
"""Channels whose names mean little else: a photo post is on no `post`."""


class NoTouchpoint(StageRule):
    """A stage without a touchpoint.

    What:
        `touchpoints` has no entry: nothing says where the customer meets us, or anybody else,
        in this stage. A stage in which they meet nobody says so with `none` and why.

    Why:
        What people do somewhere can be watched and made better; a stage that happens nowhere
        stays an opinion.

    Bad::

        stages:
          - id: compare
            name: Compare offers

    Good::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - name: Price page
                channel: website
    """

    code = "J301"
    name = "no-touchpoint"
    summary = "a stage without a touchpoint"

    def check(self, stage: Stage, context: StageContext) -> Iterator[Problem]:
        """Yield one problem where there is none, or `none` comes without a reason."""
        del context
        if stage.touchpoints.state == "none-without-reason":
            yield Problem(
                ("touchpoints", "none"),
                f"“{stage.name}” says that it has no touchpoints, and not why.",
                help="Write the reason behind it: "
                "{none: They talk about it at home, and with nobody else}.",
            )
        elif stage.touchpoints.state == "unanswered":
            yield Problem(
                ("touchpoints",),
                f"Where do customers meet us, or others, in “{stage.name}”?",
                help="List it under `touchpoints`, such as Price page; "
                "if they meet nobody, {none: why}.",
            )


class NoChannel(MapRule):
    """A touchpoint without a channel.

    What:
        A touchpoint has no `channel`, and neither has it where another stage or a catalog
        declares it. One finding a touchpoint, however many stages it stands in.

    Why:
        The same question on the phone and in a shop is two experiences with two departments
        behind them. Without channels nobody can see where they break.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - Price page

    Good::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - name: Price page
                channel: website
    """

    code = "J302"
    name = "no-channel"
    summary = "a touchpoint without a channel"
    on_hypothesis = Severity.INFO
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a touchpoint that is on no channel wherever it stands."""
        del journey
        for places in context.by_touchpoint.values():
            first = places[0]
            if first.is_declared and not any(each.channels for each in places):
                yield Problem(
                    (*first.path, "channel"),
                    f"On which channel is “{shorten(first.name, _SHOWN)}”?",
                    help=_likely_channel(first.name),
                )


class StateMismatch(MapRule):
    """A future map with a touchpoint that is only wished for, or on its way out.

    What:
        A map with `state: future` has a touchpoint whose `status`, there or where it is declared,
        is `wanted` or `retiring`. One finding a touchpoint.

    Why:
        A future map is an agreement. What nobody has decided to build, or what is being taken
        down, will not be there when customers come.

    Bad::

        state: future
        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - name: Video adviser
                channel: live-chat
                status: wanted

    Good::

        state: future
        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - name: Video adviser
                channel: live-chat
                status: planned
    """

    code = "J307"
    name = "state-mismatch"
    summary = "a future map with a touchpoint still wanted or retiring"
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem a touchpoint that will not be there."""
        if journey.state != "future":
            return
        for places in context.by_touchpoint.values():
            for status, is_so, next_step in _WILL_NOT_BE_THERE:
                standing = [each for each in places if each.status == status]
                if standing:
                    yield Problem(
                        (*standing[0].path, "status"),
                        f"This map shows the future, and “{shorten(standing[0].name, _SHOWN)}” "
                        f"{is_so} (`{status}`).",
                        help=next_step,
                    )


class SameTouchpointTwice(MapRule):
    """One touchpoint under two ids.

    What:
        Two touchpoints of the map, or one of the map and one of a catalog, have the same name and
        a channel in common, and different ids.

    Why:
        Opinions, figures and barriers are brought together by id. Under two of them, one
        touchpoint looks like two halves of a story.

    Bad::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - {id: help-line, name: Help line, channel: phone}
          - id: order
            name: Order
            touchpoints:
              - {id: order-help, name: Help line, channel: phone}

    Good::

        stages:
          - id: compare
            name: Compare offers
            touchpoints:
              - {id: help-line, name: Help line, channel: phone}
          - id: order
            name: Order
            touchpoints:
              - {ref: help-line}
    """

    code = "J314"
    name = "same-touchpoint-twice"
    summary = "one name and channel under two ids"
    uses_vocabulary = True

    def check(self, journey: JourneyMap, context: MapContext) -> Iterator[Problem]:
        """Yield one problem for every id after the first of a touchpoint."""
        del journey
        shared = context.vocabulary.touchpoints
        alike: dict[str, list[tuple[str, tuple[str, ...], Placed | None]]] = {}
        for key, each in shared.items():
            alike.setdefault(words_of(each.name), []).append((key, each.channel, None))
        for place in (places[0] for places in context.by_touchpoint.values()):
            others = alike.setdefault(words_of(place.name), [])
            twin = next((each for each in others if _is_twin(place, *each[:2])), None)
            if twin is not None and place.id not in shared:
                yield _doubled(place, twin[0], twin[2])
            others.append((place.id, place.channels, place))


_WILL_NOT_BE_THERE = (
    (
        "wanted",
        "is only wished for",
        "Decide on it and write `status: planned`, or leave it out.",
    ),
    (
        "retiring",
        "is on its way out",
        "Leave it out and show what takes its place, or write `status: existing` if it stays.",
    ),
)


def _is_twin(place: Placed, other: str, channels: tuple[str, ...]) -> bool:
    """Tell whether what has the same name is the same touchpoint under another id."""
    return other != place.id and not set(place.channels).isdisjoint(channels)


def _doubled(place: Placed, other: str, twin: Placed | None) -> Problem:
    return Problem(
        (*place.path, "id"),
        f"“{shorten(place.name, _SHOWN)}” on {listed(place.channels)} is `{place.id}` here and "
        f"`{other}` {'elsewhere' if twin else 'in a catalog'}.",
        help=f"Write `ref: {other}` here if it is the same; else give it a name of its own.",
        related=((twin.path, f"It is `{other}` here."),) if twin else (),
    )


def _likely_channel(name: str) -> str:
    """Say what to write: the channel that a touchpoint's name speaks of, or examples."""
    likely = next((each for each in _TELLING if speaks_of(name, CHANNELS[each].name)), None)
    if likely is None:
        return "Add `channel:` with website, phone, store or another; a list if there are several."
    return f"Add `channel: {likely}` if that is it; a list if there are several."
