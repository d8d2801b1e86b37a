"""The families of the catalogue: the first letters of a code, and what its rules are about."""

FAMILIES = {
    "J0": "Document",
    "J1": "Checklist",
    "J2": "Frame",
    "J3": "Touchpoints and channels",
    "J4": "Emotions",
    "J5": "Barriers and what is done about them",
    "J6": "Handoffs and paths",
    "J7": "Evidence and freshness",
    "J8": "Workspace",
    "J9": "Writing and suppressions",
}
"""Family titles by the first two characters of a code, in code order."""


def family_of(code: str) -> str:
    """Give the title of a rule's family; an organisation's own rules form one of their own."""
    return FAMILIES.get(code[:2], "Own rules")
