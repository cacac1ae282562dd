"""The settings: in force at once, kept, and said to be so when they cannot be."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit

from app.services.preferences import TEXT_PERCENTS, Preferences
from app.ui.dialogs.keys import Keys
from app.ui.pages.agreement import AgreementPage
from app.ui.pages.booking import BookingPage
from app.ui.pages.check_in import CheckInPage
from app.ui.pages.home import HomePage
from app.ui.pages.ready import ReadyPage
from app.ui.pages.settings import SettingsPage
from app.ui.pages.tutorial import TutorialPage
from app.ui.theme import active
from app.ui.widgets.parts import Screen
from tests.support.guest import Guest
from tests.support.house import House

Key = Qt.Key


@pytest.fixture
def settler(guest: Guest) -> Guest:
    """Somebody before the settings."""
    guest.click("settings")
    return guest


def kept(house: House) -> Preferences:
    """The preferences as another run of the program finds them."""
    return house.restart(language="").services.preferences.current


@pytest.mark.parametrize(
    ("clicks", "field", "value"),
    [
        ("settings-language-ja", "interface_language", "ja"),
        ("settings-language-none", "interface_language", ""),
        ("settings-scheme-dark", "scheme", "dark"),
        ("settings-questions-ja", "question_language", "ja"),
        ("text-larger", "text_percent", 110),
        ("text-smaller", "text_percent", 90),
        ("letter-keys", "letter_keys", False),
        ("show-check-in", "skip_check_in", True),
        ("show-agreement", "skip_agreement", True),
        ("show-tutorial", "skip_tutorial", True),
        ("ask-comments", "comments_after", True),
        ("ask-survey", "survey_after", True),
    ],
)
def test_a_click_is_kept(house: House, settler: Guest, clicks: str, field: str, value: object) -> None:
    settler.click(clicks)
    assert getattr(settler.services.preferences.current, field) == value
    assert getattr(kept(house), field) == value


def test_what_is_in_force_is_shown_as_chosen(settler: Guest) -> None:
    settler.desktop.flow.choices.change(scheme="contrast", survey_after=True, text_percent=150)
    page = settler.page(SettingsPage)
    assert page.scheme.value == "contrast"
    assert page.survey.isChecked()
    assert "150\u202f%" in settler.words


def test_colours_and_size_change_before_ones_eyes(settler: Guest) -> None:
    settler.click("settings-scheme-contrast", "text-larger")
    assert active().percent == 110
    assert active().colours.ground == "#000000"


def test_the_language_changes_before_ones_eyes(settler: Guest) -> None:
    settler.click("settings-language-ja")
    settler.click("settings-back")
    assert "サンプル試験" in settler.words


def test_the_text_size_stops_at_either_end(settler: Guest) -> None:
    settler.desktop.flow.choices.change(text_percent=TEXT_PERCENTS[-1])
    page = settler.page(SettingsPage)
    assert not page.larger.isEnabled()
    settler.desktop.flow.choices.change(text_percent=TEXT_PERCENTS[0])
    assert not page.smaller.isEnabled()


def test_a_name_is_kept_however_the_page_is_left(house: House, settler: Guest) -> None:
    settler.hands.find(QLineEdit, "settings-candidate").setFocus()
    settler.press(Key.Key_A, Key.Key_D, Key.Key_A)
    settler.press(Key.Key_Escape)
    settler.page(HomePage)
    assert kept(house).candidate.lower() == "ada"


def test_arrows_choose_among_words_that_stand_beside_each_other(settler: Guest) -> None:
    settler.page(SettingsPage).scheme.buttons["light"].click()
    settler.page(SettingsPage).scheme.buttons["light"].setFocus()
    settler.press(Key.Key_Right)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.objectName() == "settings-scheme-dark"
    settler.press(Key.Key_Space)
    assert settler.services.preferences.current.scheme == "dark"


def test_every_control_is_reached_by_tab(settler: Guest) -> None:
    for name in ("text-larger", "show-tutorial", "ask-survey", "letter-keys"):
        settler.tab_to(name)
    settler.tab_to("settings-keys")
    assert isinstance(settler.hands.sheet(), Keys)


def test_the_place_of_the_data_is_shown(house: House, settler: Guest) -> None:
    assert settler.hands.find(QLabel, "settings-path").text() == str(house.paths.data)


def test_a_setting_that_cannot_be_saved_holds_for_this_run(house: House, settler: Guest) -> None:
    house.paths.settings.unlink(missing_ok=True)
    house.paths.settings.mkdir(parents=True)
    settler.click("settings-scheme-dark")
    assert str(house.paths.settings) in settler.words
    assert settler.services.preferences.current.scheme == "dark"


def test_a_language_for_one_run_is_not_kept_with_something_else(house: House) -> None:
    guest = house.enter(language="ja")
    guest.click("settings", "text-larger")
    assert kept(house).interface_language == ""


@pytest.mark.parametrize(
    ("skipped", "pages"),
    [
        ((), (CheckInPage, AgreementPage, TutorialPage, ReadyPage)),
        (("check-in",), (AgreementPage, TutorialPage, ReadyPage)),
        (("agreement",), (CheckInPage, TutorialPage, ReadyPage)),
        (("tutorial",), (CheckInPage, AgreementPage, ReadyPage)),
        (("check-in", "agreement", "tutorial"), (ReadyPage,)),
    ],
)
def test_what_is_known_is_left_out(
    settler: Guest, skipped: tuple[str, ...], pages: tuple[type[Screen], ...]
) -> None:
    settler.click(*(f"show-{step}" for step in skipped), "settings-back", "sit-sample")
    settler.page(BookingPage)
    onward = {
        CheckInPage: "check-in-continue",
        AgreementPage: "agreement-accept",
        TutorialPage: "tutorial-end",
    }
    settler.click("booking-next")
    for kind in pages:
        settler.page(kind)
        settler.click(onward.get(kind, "ready-begin"))
    assert "Begin the exam now?" in settler.words


def test_a_tutorial_left_out_can_still_be_seen(settler: Guest) -> None:
    settler.click("show-tutorial", "settings-back", "sit-sample", "booking-next", "check-in-continue")
    settler.click("agreement-accept", "ready-tutorial")
    settler.page(TutorialPage)
    settler.click("tutorial-end")
    settler.page(ReadyPage)
