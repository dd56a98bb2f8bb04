"""Engines: points, states and traces for the whole tree; `explaining` is the reference, every other must equal it."""
