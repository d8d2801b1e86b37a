"""J5 Barriers, opportunities and what is done about them: how bad, who, by when, did it work.

A measure is a removal of a barrier, or an opportunity; one that is `for` a barrier counts among
what is meant to take that barrier away. A barrier without any measure is J111's to tell.
"""
