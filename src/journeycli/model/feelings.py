"""Common feelings and the sign that they carry, for suggestions and for J402.

The list is English and holds what nobody would call the other way round; a feeling that is not in
it carries no sign that anyone could contradict.
"""

from functools import cache
from typing import Final

_GOOD: Final = """
amazed, amused, appreciated, assured, at ease, calm, cared for, carefree, charmed, cheerful,
comfortable, comforted, confident, content, contented, convinced, curious, delighted, eager,
elated, encouraged, energised, enthusiastic, excited, fascinated, flattered, fulfilled, glad,
grateful, happy, heard, helped, hopeful, impressed, in control, inspired, interested, joyful,
keen, light-hearted, loved, loyal, lucky, optimistic, overjoyed, peaceful, pleasantly
surprised, pleased, positive, proud, reassured, rejoicing, relaxed, relieved, respected, safe,
satisfied, secure, spoilt, supported, taken seriously, thankful, thrilled, touched, tranquil,
trusting, understood, valued, welcome, well informed, wowed
"""
_BAD: Final = """
abandoned, afraid, aggravated, alarmed, alone, ambushed, angry, annoyed, anxious, apprehensive,
ashamed, awkward, baffled, betrayed, bewildered, bitter, bored, bothered, burdened, cheated,
concerned, confused, cornered, deceived, defeated, dejected, desperate, disappointed,
discouraged, disgusted, disheartened, dismayed, disrespected, dissatisfied, distracted,
distressed, distrustful, doubtful, drained, embarrassed, enraged, exasperated, excluded,
exhausted, fearful, fed up, foolish, forgotten, frantic, frightened, frustrated, furious,
guilty, helpless, hesitant, hopeless, humiliated, hurried, hurt, ignored, impatient, in the
dark, insecure, insulted, intimidated, irritated, isolated, let down, livid, lonely, lost, mad,
manipulated, miserable, misled, mistrustful, misunderstood, neglected, nervous, offended, on
edge, outraged, overcharged, overlooked, overwhelmed, panicked, patronised, pessimistic,
powerless, pressured, puzzled, regretful, rejected, reluctant, resentful, resigned, ripped off,
rushed, sad, scared, sceptical, shocked, sick of it, skeptical, stressed, stuck, stupid,
suspicious, swindled, taken for a ride, tense, terrified, tired, torn, trapped, troubled,
uncertain, uncomfortable, uneasy, unhappy, unsafe, unsure, unvalued, upset, used, vexed,
vulnerable, wary, weary, worn out, worried, wronged
"""
_NEITHER: Final = """
ambivalent, attentive, busy, calculating, cautious, detached, expectant, focused, indifferent,
matter-of-fact, mixed, neutral, nostalgic, patient, reflective, restless, surprised,
thoughtful, undecided
"""

_STRONGER_OR_WEAKER: Final = (
    frozenset(
        (
            "a",
            "absolutely",
            "almost",
            "bit",
            "completely",
            "extremely",
            "fairly",
            "feeling",
            "feels",
        )
    )
    | frozenset(
        ("highly", "kind", "little", "more", "of", "quite", "rather", "really", "slightly", "so")
    )
    | frozenset(("somewhat", "still", "totally", "truly", "utterly", "very"))
)


def sign(feeling: str) -> int | None:
    """Tell whether a feeling is usually good (1), bad (−1) or neither (0); None where unknown.

    Words that only make it stronger or weaker are passed over: "very angry" is angry.
    """
    words = feeling.lower().replace("’", "'").strip(" .!").split()
    while words and " ".join(words) not in _signs():
        if words[0] not in _STRONGER_OR_WEAKER:
            return None
        words = words[1:]
    return _signs().get(" ".join(words))


def feelings() -> tuple[str, ...]:
    """Give all known feelings, the good ones first."""
    return tuple(_signs())


@cache
def _signs() -> dict[str, int]:
    listed = ((_GOOD, 1), (_NEITHER, 0), (_BAD, -1))
    return {
        " ".join(feeling.split()): value for text, value in listed for feeling in text.split(",")
    }
