"""The negotiation tracker: what became of every provision and every word of a text in the making.

The way the data goes, in one direction:

    a file as issued ─ read ─▶ Lines ─ ingesters ─▶ Draft ─ akn ─▶ article-level XML
                                                      │
               two Drafts ─ align ─▶ Alignment ─ diff ─▶ Changes with Hunks
                                                      │
            Alignments in order ─ history ─▶ Threads: one provision through every round
                                                      │
                                everything ─ store ─▶ SQLite ─▶ web · Datasette · exports

`model` holds what passes between the stages, `pipeline` walks the whole way, `cli` is the
command line. Nothing imports what stands after it.
"""
