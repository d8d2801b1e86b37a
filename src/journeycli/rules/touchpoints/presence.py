"""J301, J302, J307 and J314: which touchpoints there are, and on what channel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journeycli.findings import Problem, Severity
from journeycli.model.channels import CHANNELS
from journeycli.rules.base import MapRule, StageRule
from journeycli.rules.placed import by_touchpoint
from journeycli.rules.wording import speaks_of
from journeycli.text import listed, shorten, slug

if TYPE_CHECKING:
    from collections.abc import Iterator

    from journeycli.model import JourneyMap, Stage
    from journeycli.rules.context import MapContext, StageContext
    from journeycli.rules.placed import Placed

_SHOWN = 40  # cells of a touchpoint's name in a message


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
        for places in by_touchpoint(context.placed).values():
            first = places[0]
            if first.is_declared and not any(each.channels for each in places):
                yield Problem(
                    (*first.path, "channel"),
                    f"“{shorten(first.name, _SHOWN)}” is on no channel.",
                    help=f"Give it `channel: {_likely_channel(first.name)}`, or whichever it is; "
                    "a list where there are several.",
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
        for places in by_touchpoint(context.placed).values():
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
        met: list[Placed] = []
        for first in (places[0] for places in by_touchpoint(context.placed).values()):
            twin = next((each for each in met if _is_same(first, each.name, each.channels)), None)
            catalog_id = next(
                (key for key, each in shared.items() if _is_same(first, each.name, each.channel)),
                first.id,
            )
            if twin is not None:
                yield _doubled(first, twin.id, ((twin.path, f"It is `{twin.id}` here."),))
            elif catalog_id != first.id and first.id not in shared:
                yield _doubled(first, catalog_id)
            met.append(first)


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


def _doubled(
    place: Placed, other: str, related: tuple[tuple[tuple[str | int, ...], str], ...] = ()
) -> Problem:
    where = "elsewhere" if related else "in a catalog"
    return Problem(
        (*place.path, "id"),
        f"“{shorten(place.name, _SHOWN)}” on {listed(place.channels)} is `{place.id}` here and "
        f"`{other}` {where}.",
        help=f"Write `ref: {other}` here if it is the same; else give it a name of its own.",
        related=related,
    )


def _is_same(place: Placed, name: str, channels: tuple[str, ...]) -> bool:
    same_name = (slug(place.name) or place.name) == (slug(name) or name)
    return same_name and not set(place.channels).isdisjoint(channels)


def _likely_channel(name: str) -> str:
    """Give the channel that a touchpoint's name speaks of, or an example."""
    return next((each for each in CHANNELS if speaks_of(name, each)), "website")
