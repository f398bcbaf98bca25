"""Words through the rounds: phrases, ages, what is left, who wanted them, where they come from."""
