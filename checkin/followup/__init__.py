"""Who came, who didn't, who may be written to: lists for afterwards."""
