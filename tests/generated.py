"""What is generated from models and rules: file name → text."""

from __future__ import annotations

from journeycli.model.schema import reference, write_schemas
from journeycli.rules import ALL_RULES
from journeycli.rules.pages import catalogue_page, rule_page
from journeycli.settings import settings_schema_text


def generated_texts() -> dict[str, str]:
    """Give every generated file below the project's root."""
    texts = {f"schemas/{name}": text for name, text in write_schemas().items()}
    texts["schemas/journey-settings.schema.json"] = settings_schema_text()
    texts["docs/format.md"] = reference()
    texts["docs/rules.md"] = catalogue_page(ALL_RULES)
    for rule in ALL_RULES:
        texts[f"docs/rules/{rule.code}.md"] = rule_page(rule)
    return texts
