"""The walk that conventions of titled units share: lines → blocks → units → provisions.

In: lines. Out: provisions in a `Tree`, furniture. `articles` is the walk for titled articles,
`documents` that for numbered paragraphs; the other modules each know one thing of a page or a text.
"""
