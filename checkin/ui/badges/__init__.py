"""The Badges page: on what, in what design, for whom; the sheets; what to look at."""
