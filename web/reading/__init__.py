"""One draft: the document, the page of its file, how it was read, where its references lead."""
