"""What drafters put on a text: brackets, options, names of proponents, states of agreement, looks.

In: provisions as read. Out: the same with `Mark`s on the exact words; `apply` and `looks` do it.
"""
