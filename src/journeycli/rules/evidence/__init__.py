"""J7 Evidence and freshness: what a map rests on, and how old it is.

All but J706 ask from `maturity: researched` on: a hypothesis is allowed to rest on nothing.
"""
