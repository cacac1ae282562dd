"""Words in several languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """One text in one or more languages, the source language first.

    `words` holds (language tag, text) pairs; it is never empty.
    """

    words: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, **by_language: str) -> Text:
        """Make a text from keyword pairs, e.g. `Text.of(en="Yes", ja="はい")`."""
        return cls(tuple(by_language.items()))

    @property
    def languages(self) -> tuple[str, ...]:
        """The tags of the languages in which this text exists, source language first."""
        return tuple(tag for tag, _ in self.words)

    def get(self, language: str) -> str:
        """The text in `language`, or in the source language where it has not been translated."""
        for tag, text in self.words:
            if tag == language:
                return text
        return self.words[0][1]
