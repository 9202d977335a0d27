"""One treatment: the stream, the record, the plan and what was decided."""
