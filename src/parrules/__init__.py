"""parrules: scoring criteria of public administration reform as text that is checked, executed and explained."""
