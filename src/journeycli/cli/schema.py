"""`journey schema`: the JSON Schema of each kind of file."""

from __future__ import annotations

import json
from pathlib import Path  # noqa: TC003 - typer reads the annotations
from typing import Annotated

import typer

from journeycli.cli import output
from journeycli.cli.workspace import one_of, shown_path
from journeycli.cli.writing import bounds
from journeycli.errors import UserError
from journeycli.files import put

DRAFTS = ("2020-12", "draft-07")


def schema(
    kind: Annotated[
        str | None,
        typer.Argument(
            help="journey-map, persona, catalog, walk, expanded-map or journey-settings.",
            show_default=False,
        ),
    ] = None,
    draft: Annotated[str, typer.Option(help="2020-12 or draft-07.")] = "2020-12",
    write: Annotated[
        Path | None,
        typer.Option(help="Write every schema into this folder.", show_default=False),
    ] = None,
) -> int:
    """Print the JSON Schema of one kind of file, or write those of all kinds.

    Example: `journey schema --write schemas`

    Exit code: 0, or 2 for wrong usage.
    """
    one_of(draft, DRAFTS, "--draft")
    texts = _texts()
    if write is not None:
        for name, text in texts.items():
            path = write / name
            put(path.absolute(), text.encode(), with_folders=True, root=bounds(path))
            output.say(f"wrote {shown_path(path)}\n")
        return 0
    if kind is None:
        raise UserError(
            "Say which schema: journey-map, persona, catalog, walk, expanded-map or "
            "journey-settings.",
            hint="`journey schema journey-map` prints one, `journey schema --write schemas` all.",
        )
    kinds = [name.removesuffix(".schema.json") for name in texts if "/" not in name]
    one_of(kind, kinds, "KIND")
    folder = "draft-07/" if draft == "draft-07" else ""
    chosen = texts.get(f"{folder}{kind}.schema.json")
    if chosen is None:
        raise UserError(f"{kind} has no schema of {draft}.", hint="Leave --draft out.")
    output.write(json.dumps(json.loads(chosen), ensure_ascii=False, indent=2) + "\n")
    return 0


def _texts() -> dict[str, str]:
    from journeycli.model.expanded import expanded_schema_text
    from journeycli.model.schema import write_schemas
    from journeycli.settings import settings_schema_text

    return {
        **write_schemas(),
        "expanded-map.schema.json": expanded_schema_text(),
        "journey-settings.schema.json": settings_schema_text(),
    }
