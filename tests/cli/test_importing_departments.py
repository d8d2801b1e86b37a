"""An import among the departments that a catalog declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from program import journey

if TYPE_CHECKING:
    from pathlib import Path

CATALOG = """\
format: catalog/1
departments:
  - {id: sales, name: Sales team}
"""
TABLE = """\
Stage,Order,Deliver
Actions,orders,waits
Hand-offs,Sales team → Field Service: order,Field Service → Sales team
"""


def test_handoffs_name_departments_by_their_ids(tmp_path: Path) -> None:
    """Departments of the catalog and new ones are called by id, so that the map lints."""
    (tmp_path / "teams.catalog.yaml").write_text(CATALOG)
    (tmp_path / "order.csv").write_text(TABLE)
    ran = journey("import", "order.csv", cwd=tmp_path)
    assert ran.code == 0
    assert "lint: 0 errors, " in ran.err
    written = (tmp_path / "order.journey.yaml").read_text()
    assert "  - {id: field-service, name: Field Service}" in written
    assert "from: sales" in written
    assert "to: field-service" in written
