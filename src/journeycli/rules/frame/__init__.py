"""J2 Frame: who, why, from where to where, and who keeps the map alive."""
