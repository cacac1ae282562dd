"""Exams as logs: time, action, expected state or refusal (the language: tests/support/exam_script.py)."""

from __future__ import annotations

import pytest

from tests.support.exam_script import sit


def test_an_exam_from_start_to_finish() -> None:
    sit("""
        0:00   start           -> recorded Started Visited, phase running, on 1, left 2:00:00
        0:10   answer 1 B      -> 1 is B, 1 shows complete, 1 spent 0:10
        0:20   see 2           -> on 2, 2 shows incomplete
        0:30   answer 2 C      -> 2 is C, 2 shows incomplete
        0:40   answer 2 CA     -> 2 is AC, 2 shows complete
        0:50   flag 2          -> 2 flag on, 3 shows unseen
        1:00   finish          -> ended finished, used 1:00, left 1:59:00, 2 spent 0:40
    """)


def test_nothing_is_recorded_when_nothing_changes() -> None:
    sit("""
        0:00   start
        0:01   see 1           -> recorded
        0:02   answer 1 -      -> recorded
        0:03   unflag 1        -> recorded
        0:04   restore 1 B     -> recorded
        0:05   answer 1 A      -> recorded Answered
        0:06   answer 1 A      -> recorded
        0:07   strike 1 A      -> recorded, 1 struck -
        0:08   tick            -> recorded
    """)


def test_each_warning_is_given_once() -> None:
    sit("""
        0:00      start
        1:29:50   tick
        1:30:00   tick         -> warned 30, left 30:00
        1:30:01   tick
        1:45:00   tick         -> warned 15
        1:55:00   tick         -> warned 5
        1:59:00   tick         -> warned 1
        1:59:59   tick
        2:00:00   tick         -> ended expired
    """)


def test_warnings_that_fell_into_a_closed_strict_exam_come_after_it() -> None:
    sit("""
        0:00      start strict
        0:10      close
        1:50:00   kill
        1:50:10   resume       -> left 9:50
        1:50:11   tick         -> warned 30 15
        1:50:12   tick
        1:55:00   tick         -> warned 5
    """)


def test_a_warning_given_before_an_interruption_is_not_given_again() -> None:
    sit("""
        0:00      start
        1:30:00   tick         -> warned 30
        1:30:10   close
        1:40:00   kill
        1:40:10   resume       -> left 29:50
        1:40:11   tick
        1:55:00   tick         -> warned 15
    """)


def test_a_short_exam_gives_no_warning_as_long_as_itself() -> None:
    script = """
        0:00    start
        0:01    tick
        10:00   tick           -> warned 5
        14:00   tick           -> warned 1
    """
    sit(script, minutes=15)


def test_what_was_answered_before_the_end_of_time_stands_and_nothing_after_it() -> None:
    sit("""
        0:00      start
        0:10      answer 1 B
        1:59:55   see 2        -> warned 30 15 5 1
        2:00:01   answer 2 A   -> ended expired, 1 is B, 2 is -, at 2:00:00, used 2:00:00
        2:00:02   answer 2 A   -> refused ended
    """)


@pytest.mark.parametrize("late", ["see 2", "flag 1", "close", "resume", "finish", "score", "expire", "beat"])
def test_whatever_is_asked_after_the_end_of_time_the_exam_has_expired(late: str) -> None:
    sit(f"""
        0:00      start
        1:59:59   tick         -> warned 30 15 5 1
        2:00:00   {late}       -> ended expired, recorded Ended, left 0:00
    """)


def test_an_expired_exam_can_still_be_discarded() -> None:
    sit("""
        0:00      start strict
        0:10      close
        9:00:00   kill
        9:00:01   discard      -> ended discarded, used 2:00:00
    """)


def test_under_strict_the_time_runs_out_while_the_exam_is_closed() -> None:
    sit("""
        0:00      start strict
        0:10      answer 1 A
        0:20      close        -> stops closed 0:20-
        5:00:00   kill
        5:00:01   resume       -> ended expired, at 2:00:00, used 2:00:00, 1 is A, 1 spent 0:20
    """)


def test_under_strict_the_time_runs_on_while_the_exam_is_closed() -> None:
    sit("""
        0:00      start strict
        0:20      close        -> phase interrupted, left 1:59:40
        1:00:00   wait         -> left 1:00:00
        1:00:00   resume       -> left 1:00:00, 1 spent 0:20, stops closed 0:20-1:00:00
    """)


def test_under_centre_unused_time_is_kept() -> None:
    sit("""
        0:00      start centre
        0:20      close        -> left 1:59:40
        50:00:00  kill         -> left 1:59:40
        50:00:10  resume       -> left 1:59:40, stops closed 0:20-50:00:10 kept
        50:00:20  finish       -> ended finished, used 0:30
    """)


def test_a_killed_program_loses_no_answer_and_at_most_a_heartbeat() -> None:
    sit("""
        0:00   start
        0:10   answer 1 B
        0:20   flag 1
        0:25   strike 1 C
        0:44   kill            -> phase running
        9:00   resume          -> recorded Interrupted Resumed, stops lost 0:40-9:00 kept, left 1:59:20
        9:01   tick            -> 1 is B, 1 flag on, 1 struck C, left 1:59:19
    """)


def test_a_killed_program_under_strict_is_charged_for_the_time_away() -> None:
    sit("""
        0:00   start strict
        0:10   answer 1 B
        0:12   kill
        9:12   resume          -> stops lost 0:10-9:12, left 1:50:48, 1 spent 0:10
    """)


def test_a_killed_strict_exam_that_ran_out_says_that_it_was_interrupted() -> None:
    sit("""
        0:00      start strict
        0:10      kill
        3:00:00   resume       -> ended expired, recorded Interrupted Ended, at 2:00:00, stops lost 0:00-
    """)


def test_a_killed_exam_is_scored_without_being_resumed() -> None:
    sit("""
        0:00      start
        0:10      answer 1 B
        0:14      kill
        3:00:00   score        -> ended scored_as_it_stands, used 0:10, stops lost 0:10- kept
    """)


def test_a_new_run_must_resume_before_it_acts() -> None:
    sit("""
        0:00   start
        0:10   kill
        0:20   answer 1 A      -> refused not_running
        0:21   tick            -> refused not_running
        0:22   close           -> refused not_running
        0:23   resume
        0:24   answer 1 A
    """)


def test_killed_again_while_it_was_interrupted() -> None:
    sit("""
        0:00   start
        0:10   close
        0:20   kill
        0:30   kill
        0:40   resume          -> recorded Resumed, used 0:10, stops closed 0:10-0:40 kept
    """)


def test_a_suspended_computer_keeps_its_time_under_centre() -> None:
    sit("""
        0:00      start
        0:10      answer 1 B
        0:20      sleep
        3:00:00   tick         -> recorded Interrupted Resumed, left 1:59:50
        3:00:10   beat         -> left 1:59:40, 1 spent 0:20, stops suspended 0:10-3:00:00 kept
    """)


def test_a_suspended_computer_is_charged_under_strict() -> None:
    sit("""
        0:00      start strict
        0:10      sleep
        1:00:00   answer 1 B   -> recorded Interrupted Resumed Answered, left 1:00:00, 1 spent 0:00
        1:00:10   tick         -> left 59:50, stops suspended 0:00-1:00:00
    """)


def test_who_wakes_seconds_before_the_end_is_warned_at_once() -> None:
    sit("""
        0:00      start strict
        0:10      sleep
        1:59:58   tick         -> warned 30 15 5 1, left 0:02, stops suspended 0:00-1:59:58
    """)


def test_a_strict_exam_that_ran_out_in_a_suspend_says_so() -> None:
    sit("""
        0:00      start strict
        0:10      answer 1 B
        0:10      sleep
        9:00:00   tick         -> ended expired, at 2:00:00, stops suspended 0:10-, 1 spent 0:10
    """)


def test_an_exam_ended_right_after_a_suspend_says_that_it_was_interrupted() -> None:
    sit("""
        0:00      start
        0:10      answer 1 B
        0:10      sleep
        9:00:00   finish       -> ended finished, used 0:10, stops suspended 0:10-9:00:00 kept
    """)


def test_a_window_closed_right_after_a_suspend_was_interrupted_twice() -> None:
    sit("""
        0:00      start
        0:00      sleep
        1:00:00   close        -> recorded Interrupted Resumed Interrupted, left 2:00:00, phase interrupted
    """)


def test_a_silence_of_four_heartbeats_is_not_yet_a_suspend() -> None:
    sit("""
        0:00   start
        0:00   sleep
        1:00   tick            -> left 1:59:00, stops
        1:00   sleep
        2:01   tick            -> stops suspended 0:00-2:01 kept
    """)


@pytest.mark.parametrize("shift", ["+5:00:00", "-5:00:00"])
@pytest.mark.parametrize("policy", ["centre", "strict"])
def test_the_wall_clock_may_jump_within_a_run(policy: str, shift: str) -> None:
    sit(f"""
        0:00   start {policy}
        0:10   answer 1 B
        0:11   wall {shift}
        0:20   tick            -> left 1:59:40, stops
        0:30   finish          -> ended finished, used 0:30
    """)


def test_a_wall_clock_set_back_between_runs_never_gives_time() -> None:
    sit("""
        0:00   start strict
        5:00   close           -> left 1:55:00
        5:10   wall -3:00:00
        5:20   kill
        5:30   resume          -> left 1:55:00
    """)


@pytest.mark.parametrize(
    ("extra", "left"), [(0, "2:00:00"), (25, "2:30:00"), (50, "3:00:00"), (100, "4:00:00")]
)
def test_extra_time(extra: int, left: str) -> None:
    assert sit(f"0:00 start centre {extra}%  -> left {left}").extra_percent == extra


def test_extra_time_moves_warnings_and_the_end() -> None:
    sit("""
        0:00      start centre 25%
        1:59:50   tick
        2:00:00   tick         -> warned 30
        2:29:50   tick         -> warned 15 5 1
        2:30:00   tick         -> ended expired
    """)


def test_answers_that_cannot_be() -> None:
    sit("""
        0:00   start
        0:01   answer 1 AB     -> refused too_many_chosen
        0:02   answer 2 ABC    -> refused too_many_chosen
        0:03   answer 2 AA     -> refused no_such_option
        0:04   answer 1 X      -> refused no_such_option
        0:05   strike 1 X      -> refused no_such_option
        0:06   answer 0 A      -> refused no_such_question
        0:07   see 4           -> refused no_such_question, recorded, 1 is -
    """)


def test_an_answer_is_cleared() -> None:
    sit("""
        0:00   start
        0:01   answer 1 B      -> 1 shows complete
        0:02   answer 1 -      -> 1 is -, 1 shows incomplete, 1 was B
    """)


def test_choosing_undoes_a_strike_out_and_a_chosen_option_cannot_be_struck() -> None:
    sit("""
        0:00   start
        0:01   strike 1 B      -> 1 struck B
        0:02   strike 1 C      -> 1 struck BC
        0:03   answer 1 B      -> 1 struck C, 1 is B
        0:04   strike 1 B      -> recorded, 1 struck C
        0:05   answer 1 -      -> 1 struck C
        0:06   restore 1 C     -> 1 struck -
    """)


def test_changes_of_answer_are_told_by_complete_answers() -> None:
    sit("""
        0:00   start
        0:01   answer 2 AB     -> 2 was AB
        0:02   answer 2 A      -> 2 was AB, 2 shows incomplete
        0:03   answer 2 AB     -> 2 was AB
        0:04   answer 2 AC     -> 2 was AB AC
        0:05   answer 2 AB     -> 2 was AB AC AB
    """)


def test_an_answer_may_be_given_to_a_question_that_is_not_on_the_screen() -> None:
    sit("""
        0:00   start
        0:10   answer 3 A      -> on 1, 3 shows complete, 3 spent 0:00, 1 spent 0:10
    """)


def test_commands_at_the_wrong_time() -> None:
    sit("""
        0:00   tick            -> refused not_started
        0:00   start
        0:01   start           -> refused already_started
        0:02   resume          -> refused already_running
        0:03   expire          -> refused not_for_the_candidate
        0:04   close
        0:05   close           -> refused not_running
        0:06   beat            -> refused not_running
        0:07   answer 1 A      -> refused not_running
        0:08   score           -> ended scored_as_it_stands, used 0:04
        0:09   resume          -> refused ended
        0:10   discard         -> refused ended
    """)


def test_a_heartbeat_moves_the_last_sign_of_life() -> None:
    sit("""
        0:00   start
        0:07   beat            -> used 0:07, 1 spent 0:07
        0:08   tick            -> used 0:07
    """)


def test_a_failing_script_points_at_its_line() -> None:
    with pytest.raises(AssertionError) as failure:
        sit("""
            0:00   start
            0:01   answer 1 B  -> 1 is A
            0:02   finish
        """)
    assert str(failure.value).splitlines()[0] == "line 2: 1 is: 'B', expected 'A'"
    assert [line for line in str(failure.value).splitlines() if line.startswith(">")] == [
        "> 0:01   answer 1 B  -> 1 is A"
    ]
