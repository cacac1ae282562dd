"""The words for enum members, refusals, troubles: the one place where codes become sentences."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from app.core.attempt import Status
from app.core.refusals import Refusal
from app.core.scoring import Band, Verdict
from app.core.terms import Cause, EndReason, Policy
from app.services.ports import Trouble, TroubleKind

_STATUS = {
    Status.UNSEEN: QT_TRANSLATE_NOOP("labels", "Unseen"),
    Status.INCOMPLETE: QT_TRANSLATE_NOOP("labels", "Incomplete"),
    Status.COMPLETE: QT_TRANSLATE_NOOP("labels", "Complete"),
}

_VERDICT = {
    Verdict.CLEARLY_ABOVE: QT_TRANSLATE_NOOP("labels", "Clearly above the assumed pass line."),
    Verdict.ABOVE: QT_TRANSLATE_NOOP("labels", "Above the assumed pass line, but not safely."),
    Verdict.BELOW: QT_TRANSLATE_NOOP("labels", "Below the assumed pass line, but within reach."),
    Verdict.CLEARLY_BELOW: QT_TRANSLATE_NOOP("labels", "Clearly below the assumed pass line."),
}

_BAND = {
    Band.ABOVE: QT_TRANSLATE_NOOP("labels", "above target"),
    Band.NEAR: QT_TRANSLATE_NOOP("labels", "near target"),
    Band.BELOW: QT_TRANSLATE_NOOP("labels", "below target"),
    Band.TOO_FEW: QT_TRANSLATE_NOOP("labels", "too few questions to judge"),
}

_REASON = {
    EndReason.FINISHED: QT_TRANSLATE_NOOP("labels", "ended by the candidate"),
    EndReason.EXPIRED: QT_TRANSLATE_NOOP("labels", "time expired"),
    EndReason.SCORED_AS_IT_STANDS: QT_TRANSLATE_NOOP("labels", "scored as it stood"),
    EndReason.DISCARDED: QT_TRANSLATE_NOOP("labels", "discarded"),
}

_POLICY = {
    Policy.CENTRE: QT_TRANSLATE_NOOP("labels", "Centre: unused time is kept"),
    Policy.STRICT: QT_TRANSLATE_NOOP("labels", "Strict: the deadline runs on"),
}

_CAUSE = {
    Cause.CLOSED: QT_TRANSLATE_NOOP("labels", "window closed"),
    Cause.SUSPENDED: QT_TRANSLATE_NOOP("labels", "computer suspended"),
    Cause.LOST: QT_TRANSLATE_NOOP("labels", "program or power lost"),
}

_REFUSAL = {
    Refusal.ALREADY_STARTED: QT_TRANSLATE_NOOP("labels", "This attempt has already been started."),
    Refusal.NOT_STARTED: QT_TRANSLATE_NOOP("labels", "This attempt has not been started."),
    Refusal.NOT_RUNNING: QT_TRANSLATE_NOOP("labels", "The exam is not running."),
    Refusal.ALREADY_RUNNING: QT_TRANSLATE_NOOP("labels", "The exam is already running."),
    Refusal.ENDED: QT_TRANSLATE_NOOP("labels", "The exam is over."),
    Refusal.NO_SUCH_QUESTION: QT_TRANSLATE_NOOP("labels", "There is no such question."),
    Refusal.NO_SUCH_OPTION: QT_TRANSLATE_NOOP("labels", "There is no such option."),
    Refusal.TOO_MANY_CHOSEN: QT_TRANSLATE_NOOP(
        "labels", "As many options as asked for are chosen. Take one back first."
    ),
    Refusal.ON_BREAK: QT_TRANSLATE_NOOP("labels", "You are on a break. Come back to the exam first."),
    Refusal.TOO_LONG: QT_TRANSLATE_NOOP("labels", "This is too long to be kept. Shorten it."),
    Refusal.NOT_ENDED: QT_TRANSLATE_NOOP("labels", "The exam has not ended yet."),
    Refusal.EMPTY_PAPER: QT_TRANSLATE_NOOP("labels", "The paper has no questions."),
    Refusal.BAD_EXTRA_TIME: QT_TRANSLATE_NOOP("labels", "This extra time cannot be granted."),
    Refusal.NOT_FOR_THE_CANDIDATE: QT_TRANSLATE_NOOP("labels", "Only the clock can do this."),
}

_TROUBLE = {
    TroubleKind.DISK_FULL: QT_TRANSLATE_NOOP("labels", "The disk is full. Free some space, then try again."),
    TroubleKind.READ_ONLY: QT_TRANSLATE_NOOP(
        "labels", "The folder can only be read. Make it writable, or choose another with --data-dir."
    ),
    TroubleKind.NO_ACCESS: QT_TRANSLATE_NOOP(
        "labels",
        "The system does not allow it. Check who owns the folder, or choose another with --data-dir.",
    ),
    TroubleKind.MISSING: QT_TRANSLATE_NOOP("labels", "The file or folder is not there any more."),
    TroubleKind.LOCKED: QT_TRANSLATE_NOOP(
        "labels", "Another program holds the file. Close it, then try again."
    ),
    TroubleKind.NOT_A_DATABASE: QT_TRANSLATE_NOOP(
        "labels",
        "The file is not a database of Rehearsal. Move it away, or choose another folder with --data-dir.",
    ),
    TroubleKind.DAMAGED: QT_TRANSLATE_NOOP(
        "labels", "The file is damaged. Nothing was changed in it. “rehearsal doctor” says what can be done."
    ),
    TroubleKind.LOST: QT_TRANSLATE_NOOP(
        "labels",
        "The file with your attempts is gone or empty, but there are backups. “rehearsal doctor --repair” "
        "puts the newest one back.",
    ),
    TroubleKind.TOO_NEW: QT_TRANSLATE_NOOP(
        "labels", "The file was written by a newer Rehearsal. Install that version; nothing was changed."
    ),
    TroubleKind.TOO_OLD: QT_TRANSLATE_NOOP(
        "labels", "The file is too old for this version of Rehearsal; nothing was changed."
    ),
    TroubleKind.CONFLICT: QT_TRANSLATE_NOOP(
        "labels", "Another window has continued this attempt. Close one of the two, then start again."
    ),
    TroubleKind.BANK_BROKEN: QT_TRANSLATE_NOOP(
        "labels",
        "The question bank has errors. “rehearsal bank check” lists them; installing again cures them.",
    ),
    TroubleKind.BANK_SHIPPED: QT_TRANSLATE_NOOP(
        "labels",
        "A bank of this id comes with Rehearsal and is not replaced. Ask its author for one with another id.",
    ),
    TroubleKind.NO_SUCH_ATTEMPT: QT_TRANSLATE_NOOP("labels", "There is no such attempt."),
    TroubleKind.NO_SUCH_EXAM: QT_TRANSLATE_NOOP("labels", "There is no such exam or profile."),
    TroubleKind.CANNOT_FILL: QT_TRANSLATE_NOOP(
        "labels", "The question bank has too few questions for this profile."
    ),
    TroubleKind.OTHER: QT_TRANSLATE_NOOP("labels", "The system reported a failure."),
}


_PACKAGE = {
    TroubleKind.BANK_BROKEN: QT_TRANSLATE_NOOP(
        "labels",
        "The file is damaged, or it is no question bank of Rehearsal. Get it anew from where it came.",
    ),
    TroubleKind.MISSING: QT_TRANSLATE_NOOP(
        "labels", "The file is not there any more. Look where it is now, and open it again."
    ),
    TroubleKind.NO_ACCESS: QT_TRANSLATE_NOOP(
        "labels",
        "The file cannot be read: the system does not allow it, or it is a folder. Check who owns it.",
    ),
    TroubleKind.TOO_NEW: QT_TRANSLATE_NOOP(
        "labels", "The file was made for a newer Rehearsal. Install that version, then open the file again."
    ),
    TroubleKind.LOCKED: QT_TRANSLATE_NOOP(
        "labels", "Another program is using the file, or is installing a bank itself. Try again in a moment."
    ),
}
_BANK_WITH_ERRORS = QT_TRANSLATE_NOOP(
    "labels",
    "The file is whole, but the bank in it has errors. Send the list to its author; nothing was installed.",
)

_NOT_SAVED = QT_TRANSLATE_NOOP(
    "labels",
    "Not saved. The exam goes on: what you do is kept in memory and saved as soon as possible. {reason}",
)


def _word(marked: object) -> str:
    """The translation of a marked source text; the marker's type says no more than `object`."""
    return QCoreApplication.translate("labels", str(marked))


def status_word(status: Status) -> str:
    """The word for a question's status."""
    return _word(_STATUS[status])


def verdict_sentence(verdict: Verdict) -> str:
    """The result in a plain sentence."""
    return _word(_VERDICT[verdict])


def band_word(band: Band) -> str:
    """Where a group of questions lies against the target."""
    return _word(_BAND[band])


def reason_word(reason: EndReason) -> str:
    """How an attempt ended."""
    return _word(_REASON[reason])


def policy_word(policy: Policy) -> str:
    """What a clock policy means."""
    return _word(_POLICY[policy])


def cause_word(cause: Cause) -> str:
    """Why an attempt was interrupted."""
    return _word(_CAUSE[cause])


def refusal_sentence(refusal: Refusal) -> str:
    """Why something is refused."""
    return _word(_REFUSAL[refusal])


def unsaved_sentence(trouble: Trouble) -> str:
    """That the exam goes on although nothing can be saved, and why."""
    return _word(_NOT_SAVED).format(reason=trouble_sentence(trouble))


def trouble_sentence(trouble: Trouble) -> str:
    """What failed and what to do, with the file or folder where there is one."""
    sentence = _word(_TROUBLE[trouble.kind])
    place = f"\n{trouble.path}" if trouble.path else ""
    return sentence + place


def package_sentence(trouble: Trouble) -> str:
    """Why a packed bank cannot be installed, and what to do; the file is named beside it."""
    if trouble.kind is TroubleKind.BANK_BROKEN and trouble.problems:
        return _word(_BANK_WITH_ERRORS)
    return _word(_PACKAGE.get(trouble.kind) or _TROUBLE[trouble.kind])
