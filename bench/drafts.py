"""Made-up drafts for the benches: plausible news copy, the same for a seed every time."""

from __future__ import annotations

import random

_PLACES = ["Brannock", "Marlow Bend", "Odesa", "Kyiv", "Harwick", "Lund", "Port Ansel", "Vienna"]
_PEOPLE = [
    "Ruth Adeyemi", "Tom Brannigan", "Olena Tkachuk", "Paulo Reis", "Dana Whitlock",
    "Ines Carvalho", "Joseph Okafor", "Marta Lindqvist", "Ivo Petrov", "Lena Voss",
]  # fmt: skip
_ROLES = ["commissioner", "engineer", "teacher", "shipowner", "spokeswoman", "mayor", "farmer"]
_THINGS = ["ferry", "bridge", "budget", "harbour", "school", "levee", "museum", "contract", "road"]
_SENTENCES = [
    "The {thing} in {place} was closed on Monday after {n} complaints from people who live nearby.",
    "“We asked for a new {thing} and we were told to wait,” said {person}, a {role} in {place}.",
    "{person}, who has worked as a {role} since 1998, said the {thing} would cost $1.{n} million.",
    "Officials in {place} did not say when the {thing} would be repaired, or who would pay for it.",
    "The council voted {n} to 4 to put the {thing} before the voters in the spring.",
    "A {role} from {place} who did not give her name called the plan “hard to reconcile” with law.",
    "It rained for {n} hours, and by dawn the {thing} stood in water up to the second step.",
    "“Nobody came over to talk to us,” {person} said. “It is a lifeline, and it is all we have.”",
    "In the U.S. and in the EU, rules for a {thing} of this size differ, according to {person}.",
]


def draft(seed: int, size: int) -> str:
    """A draft of about that many characters: headline, dateline, paragraphs."""
    rng = random.Random(seed)

    def sentence() -> str:
        return rng.choice(_SENTENCES).format(
            thing=rng.choice(_THINGS),
            place=rng.choice(_PLACES),
            person=rng.choice(_PEOPLE),
            role=rng.choice(_ROLES),
            n=rng.randint(2, 9),
        )

    place = rng.choice(_PLACES)
    parts = [f"{place} argues over its {rng.choice(_THINGS)}", ""]
    parts += [f"{place.upper()}, April 15, 2025 (Harbour News) — {sentence()}", ""]
    while sum(map(len, parts)) < size:
        parts += [" ".join(sentence() for _ in range(rng.randint(1, 3))), ""]
    return "\n".join(parts)
