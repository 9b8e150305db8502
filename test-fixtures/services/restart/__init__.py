"""The restart oracle: what a service forgets, against what the tool says."""
