"""Painters: a scene as SVG, as DOT, as PNG and as PDF."""
