"""What is asked of customers and in the workshop, by the rule that finds the gap."""

from __future__ import annotations

from typing import Final, Literal, TypeAlias

Kind: TypeAlias = Literal["unanswered", "unsupported", "overdue"]
"""Why something is on the agenda: nobody said it, nobody knows it, or its day has passed."""

STANDING: Final = (
    "How did you first hear of us?",
    "What drew you to us?",
    "What did you want to get done?",
    "What was hard about it?",
    "By when did you need it, and why by then?",
    "What decided it for you in the end?",
)
"""What every interview opens with, whatever the map still lacks."""

INTERVIEW: Final[dict[str, str]] = {
    "J101": "What did you do here, step by step?",
    "J103": "What did you do yourself to get on from here?",
    "J105": "What made you want to go on?",
    "J107": "How did you feel here?",
    "J108": "How good or bad was that feeling, and who or what caused it?",
    "J109": "What mattered most to you here?",
    "J110": "What stood in your way here?",
    "J215": "What did you need here, and did you get it?",
    "J217": "What did you do when you did not get what you needed?",
    "J301": "Where did you meet us, or anybody else, here?",
    "J303": "Which moments decided whether you went on?",
    "J305": "What did you expect of it, how was it, and what do you think of it now?",
    "J306": "What had you expected, and what came instead?",
    "J312": "What did you expect of it, how was it, and what do you think of it now?",
    "J401": "What exactly set that feeling off?",
    "J402": "What would you call that feeling, and was it a good one or a bad one?",
    "J403": "What exactly was so bad here?",
    "J501": "What did this cost you: time, money, patience?",
    "J702": "Was it like this for you?",
    "J708": "Tell me about this part. What happened?",
}
"""Questions for customers; a rule's message says what of the map each is about."""

WORKSHOP: Final[dict[str, str]] = {
    "J102": "",
    "J104": "",
    "J106": "",
    "J111": "",
    "J201": "Whose journey is this?",
    "J203": "What is this map to decide or to change?",
    "J204": "What do our customers want to reach?",
    "J205": "Where does the journey start, and where does it end?",
    "J206": "Who answers for this map?",
    "J207": "Who of them has to look at this map, and what is wrong with it in their eyes?",
    "J208": "How often do we review this map, and when next?",
    "J209": "What has changed since the last review?",
    "J210": "What happens there, and where does it belong on the map?",
    "J212": "Which stages are missing?",
    "J214": "Which figure tells how this stage goes, and what is it today?",
    "J216": "Why is the target missed, and what stands behind it?",
    "J218": "Who keeps the customer through all of it?",
    "J302": "",
    "J304": "What goes wrong there, and what do we do about it?",
    "J311": "Where does the customer meet this?",
    "J502": "Who takes this on, and by when?",
    "J503": "What holds it up, and what is the new date?",
    "J504": "What would it take to begin?",
    "J505": "Did it work? Is the barrier gone?",
    "J506": "What is it needed for?",
    "J508": "Did it work, and how do we know?",
    "J601": "What is handed over here, to whom, and what gets lost?",
    "J602": "Who hands over to whom here?",
    "J604": "Where do customers go from here?",
    "J609": "Why do customers leave here?",
    "J701": "What do we know this from, and whom do we ask next?",
    "J704": "Is it still true? Who finds out?",
    "J705": "Which customers do we ask, and when?",
    "J706": "What do we find out first, so that this is no guess any longer?",
    "J707": "How else could we find out?",
    "J709": "What does the new evidence change on the map?",
    "J710": "When was it found out, and from how many?",
    "J804": "How should it be instead?",
    "J805": "What becomes of this barrier?",
    "J901": "What belongs here?",
}
"""Questions for ourselves; an empty one is asked as the rule asks it."""

_UNSUPPORTED: Final = frozenset({"J402", "J508", "J701", "J702", "J705", "J707", "J708", "J710"})
_OVERDUE: Final = frozenset({"J209", "J503", "J504", "J505", "J704", "J706", "J709"})


def kind_of(code: str) -> Kind:
    """Tell why what a rule finds is on the agenda."""
    if code in _OVERDUE:
        return "overdue"
    return "unsupported" if code in _UNSUPPORTED else "unanswered"
