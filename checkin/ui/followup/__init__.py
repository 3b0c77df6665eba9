"""Follow-up: who came, who may be written to, and files for both."""
