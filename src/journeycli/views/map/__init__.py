"""The map view: stages as chevrons, lanes below them, the emotion curve through the middle."""

from journeycli.views.map.lanes import lane_names
from journeycli.views.map.page import map_scene

__all__ = ["lane_names", "map_scene"]
