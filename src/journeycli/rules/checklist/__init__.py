"""J1 Checklist: the analysis questions, asked of every stage.

A stage's question is answered by statements, or by `none` with a reason. A question whose parent is
open is not asked: nobody can say who caused a feeling that nobody has named.
"""
