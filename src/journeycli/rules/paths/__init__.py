"""J6 Handoffs and paths: whether every stage can be reached and left, and who takes over.

Where stages lead is what `ways` of the model says: the stage's own `next`; left out, the paths; and
where no path goes through it, the stage below. A name that leads nowhere is J801's to tell, and
keeps the rules here silent where it could be the missing way.
"""
