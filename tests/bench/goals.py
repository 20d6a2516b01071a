"""The comparisons: name, what, against what, and the ratio at most, or at least, that is wanted."""

GOALS = [
    *((f"pdf_{producer}", f"`check` of a 2-page PDF ({producer})", "`pdftotext`", 1.25, None)
      for producer in ("groff", "weasyprint", "plain")),
    *((f"pdf_words_{producer}", f"the same ({producer})", "a program that lists its words by poppler-cpp",
       None, None) for producer in ("groff", "weasyprint", "plain")),
    *((f"mutool_{producer}", f"the same ({producer})", "`mutool draw -F txt`", None, None)
      for producer in ("groff", "weasyprint", "plain")),
    ("docx2txt", "`check` of a DOCX", "`docx2txt`", 0.4, None),
    ("pandoc", "the same", "`pandoc -t plain`", 0.05, None),
    ("empty", "`check` of 6 KB of text", "a program that only starts, with the same four libraries",
     1.5, None),
    ("cat", "the same", "`cat`", None, None),
    ("rg", "the same", "`rg -i -w -o -b -f` with a fifth of the patterns", 0.02, None),
    ("grep", "the same", "`grep -E -f` with the same patterns", 0.1, None),
    ("write_good", "the same", "`write-good`", 0.1, None),
    ("start", "`check` of a page, beyond loading libraries", "`cat`", 6, None),
    ("batch_words", "stream of 1,000 PDFs, all cores, a child each",
     "listing words alone in long-lived processes", 1.15, None),
    ("batch_pdftotext", "the same", "`pdftotext`, a process a file", 0.45, None),
    ("cohort_words", "`batch -o` of 1,000 PDFs, with database and reports",
     "listing words alone in long-lived processes", 1.25, None),
    ("batch_docx", "stream of 1,000 DOCX, all cores, a child each", "libzip and libxml2 alone", 1.15,
     None),
    ("vectorscan_sparse", "throughput of matching alone, sparse text", "Vectorscan, no match starts",
     None, 0.9),
    ("vectorscan_dense", "the same, dense text", "Vectorscan, no match starts", None, 2.5),
    ("larger_dense", "matching with all patterns, dense text", "with two fifths of them", 1.6, None),
    ("larger_sparse", "the same, sparse text", "with two fifths of them", 1.1, None),
    *((f"memory_{producer}", f"memory of `check`, 2-page PDF ({producer})", "`pdftotext`", 2, None)
      for producer in ("groff", "weasyprint", "plain")),
]
