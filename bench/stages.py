"""One stage of a generated map, with all that the checklist asks for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from contacts import onward, touchpoints
from draft import new_scene
from stories import table
from yaml_text import Row

if TYPE_CHECKING:
    from draft import Draft, Scene

Item = dict[str, Any]
_THIN = 1  # the stage with an idea for later, and with most of what is missing
_REMOVAL = 2  # the stage whose removal may have no department


class StageWriter:
    """Writes the stages of one map in order, and keeps the ids of its barriers."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._dice = draft.dice
        self._fill = draft.about.fill
        self._common = table("common")
        self.barriers: list[str] = []

    def stage(self, position: int) -> Item:
        """Write the stage at a position, from 0."""
        scene, dice = new_scene(self._draft, position), self._dice
        story = scene.story
        stage: Item = {
            "id": story["id"],
            "name": story["name"],
            "phase": story["phase"],
            "summary": dice.one(story["summaries"]),
            "evidence": Row([scene.evidence]),
            "duration": dice.one(story["duration"]),
            "needs": [self._need(scene)],
            "customer_actions": self._customer_actions(scene),
            "company_actions": self._company_actions(scene),
            **self._answers(scene),
            "emotions": [self._emotion(scene)],
            "barriers": self._barriers(scene),
        }
        if position == _THIN:
            stage["opportunities"] = [self._opportunity(scene)]
        stage["touchpoints"] = touchpoints(self._draft, scene)
        stage |= onward(self._draft, scene, self.barriers[-1])
        metric = {**story["metric"], "date": "2026-08-31", "evidence": [scene.evidence]}
        stage["metrics"] = [Row(metric)]
        if position == _THIN:
            self._thin_out(stage)
        return stage

    def _thin_out(self, stage: Item) -> None:
        gaps = self._draft.gaps
        for key in ("values", "needs"):
            if key in gaps:
                del stage[key]
        if "cause" in gaps:
            del stage["emotions"][0]["cause"]
        if "severity" in gaps:
            del stage["barriers"][0]["severity"]

    def _need(self, scene: Scene) -> Item:
        return {
            "text": self._fill(self._dice.one(scene.story["needs"])),
            "met": self._dice.one(("yes", "partly")),
            "touchpoints": Row([scene.contacts[0]["id"]]),
        }

    def _customer_actions(self, scene: Scene) -> list[Item | str]:
        first, second, *others = map(
            self._fill, self._dice.some(scene.story["actions"], 2 + self._dice.below(2))
        )
        return [
            {
                "text": first,
                "id": f"{scene.story['id']}-first",
                "touchpoint": scene.contacts[0]["id"],
                **self._feeling(scene.score + 0.5),
            },
            {"text": second, **self._feeling(scene.score - 0.5)},
            *others,
        ]

    def _feeling(self, score: float) -> Item:
        feeling = self._dice.one(self._common["feelings"][f"{score:g}"])
        cause = self._dice.one(("company", "company", "company", "partner", "circumstance"))
        return {
            "feeling": feeling,
            "score": int(score) if score == int(score) else score,
            "cause": cause,
        }

    def _company_actions(self, scene: Scene) -> list[Item]:
        story = scene.story
        return [
            {
                "text": self._fill(self._dice.one(story["company"])),
                "layer": "frontstage",
                "department": story["lead"],
                "touchpoint": scene.contacts[0]["id"],
                "answers": f"{story['id']}-first",
            },
            {
                "text": self._fill(self._dice.one(story["behind"])),
                "layer": "backstage",
                "department": story["second"],
                "system": "Case book",
            },
        ]

    def _answers(self, scene: Scene) -> Item:
        dice, fill, common, story = self._dice, self._fill, self._common, scene.story
        progression = {
            "text": fill(dice.one(story["progression"])),
            "share": (40 + dice.below(50)) / 100,
        }
        inhibitors: Item | list[str] = [fill(dice.one(story["inhibitors"]))]
        if dice.below(12) == 0:
            inhibitors = {"none": "Nine visits found nothing of ours that was in the way"}
        answers: Item = {
            "customer_progression": [progression],
            "company_progression": [fill(dice.one(story["pushes"]))],
            "motivations": [fill(each) for each in dice.some(story["motivations"], 2)],
            "inhibitors": inhibitors,
        }
        for key in ("enablers", "influences", "values", "thoughts"):
            if key == "values" or dice.below(2):
                answers[key] = [fill(dice.one(common[key]))]
        if dice.below(3) == 0:
            quote = fill(dice.one(common["quotes"]))
            answers["quotes"] = [{"text": quote, "evidence": Row([scene.evidence])}]
        return answers

    def _emotion(self, scene: Scene) -> Item:
        trigger = self._dice.one(scene.story["good" if scene.score > 0 else "bad"])
        return {**self._feeling(scene.score), "trigger": self._fill(trigger)}

    def _barriers(self, scene: Scene) -> list[Item]:
        chosen = self._dice.some(scene.story["barriers"], 1 + self._dice.one((0, 0, 0, 1)))
        written = [self._barrier(scene, told, place) for place, told in enumerate(chosen)]
        if "department" in self._draft.gaps and scene.position == _REMOVAL:
            del written[0]["removals"][0]["department"]
        return written

    def _barrier(self, scene: Scene, told: Item, place: int) -> Item:
        dice, story = self._dice, scene.story
        self.barriers.append(f"{story['id']}-{('stop', 'delay')[place]}")
        removal: Item = {
            "text": told["removal"],
            "kind": told["kind"],
            "department": dice.one((story["lead"], story["second"])),
            "status": dice.one(("planned", "doing")),
            "due": f"2027-0{1 + dice.below(9)}-{1 + dice.below(28):02}",
            "impact": 2 + dice.below(4),
            "effort": 1 + dice.below(4),
        }
        return {
            "id": self.barriers[-1],
            "text": self._fill(told["text"]),
            "severity": dice.one(("low", "medium", "medium", "high")),
            "cause": "company",
            "why": told["why"],
            "affects": (5 + dice.below(55)) / 100,
            "since": f"2026-0{1 + dice.below(6)}",
            "touchpoint": scene.contacts[place]["id"],
            "removals": [removal],
        }

    def _opportunity(self, scene: Scene) -> Item:
        return {
            "text": self._fill(self._dice.one(self._common["opportunities"])),
            "for": Row([self.barriers[-1]]),
            "department": scene.story["lead"],
            "status": "idea",
            "impact": 2 + self._dice.below(3),
            "effort": 1 + self._dice.below(3),
        }
