"""A small agent: it picks a tool for a question and answers with what the tool gives."""
