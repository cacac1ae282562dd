"""Distinct id types, so that a type checker sees when two are mixed up."""

from typing import NewType

ExamId = NewType("ExamId", str)
ProfileId = NewType("ProfileId", str)
StratumId = NewType("StratumId", str)
TopicId = NewType("TopicId", str)
ItemId = NewType("ItemId", str)
OptionId = NewType("OptionId", str)
ReferenceId = NewType("ReferenceId", str)
AttemptId = NewType("AttemptId", str)
