"""The page that imports a list: what will happen, what is odd, and the one button."""
