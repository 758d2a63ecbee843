"""What single turns do to progress, flags and the desk, where a transcript does not show it."""

from dataclasses import replace

import pytest

from dialogs.definition import CardUse
from dialogs.engine import back_to_waiting, show_card, was_closed, went_live
from dialogs.model import (
    Corrected,
    Count,
    Erase,
    Flag,
    MessageId,
    PassOn,
    Pause,
    Phase,
    Resume,
    Say,
    SentFile,
    ShowCode,
    Submit,
    TextRef,
    TookBack,
    Turn,
)
from dialogs.report import AnswerChoice, Consent, report
from tests.dialogs.conftest import Reporter, says

TOLD = ("hallo", "Nederlands", "1", "Zij volgen mij.", "klaar", "2")
SENT = (*TOLD, "3", "1", "1", "1", "1", "4", "1", "1", "1")
SENT_QUIETLY = (*TOLD, "3", "1", "1", "1", "1", "4", "2", "1", "1")
FAST = (*TOLD, "1", "skip", "1", "1")


def kinds(turn: Turn) -> list[type]:
    return [type(action) for action in turn.actions]


def test_sending_makes_a_case_and_says_so_after_it(reporter: Reporter) -> None:
    turn = reporter.write(*SENT)
    assert kinds(turn) == [Submit, Count, Say, ShowCode, Say]
    assert reporter.progress.phase is Phase.WAITING
    told = report(reporter.dialog, reporter.progress)
    assert (told.role, told.wish) == ("who-me", "offer-human-leave")
    assert (told.consent, told.answer_choice, told.fast) == (Consent.YES, AnswerChoice.HERE, False)
    assert [part.text for part in told.story] == ["Zij volgen mij."]
    assert ("title-evidence", ("evidence-none",)) in [
        (one.question, one.options) for one in told.answers
    ]


def test_a_person_now_is_answered_here_and_skipping_consent_keeps_least(reporter: Reporter) -> None:
    turn = reporter.write(*FAST)
    assert turn.actions[0] == Submit(fast=True)
    told = report(reporter.dialog, reporter.progress)
    assert told.fast
    assert told.answer_choice is AnswerChoice.HERE
    assert told.consent is Consent.TALK_ERASE


def test_without_an_answer_the_line_waits_for_the_reporter(reporter: Reporter) -> None:
    reporter.write(*TOLD, "3", "1", "1", "1", "1", "4", "overslaan")
    assert report(reporter.dialog, reporter.progress).answer_choice is AnswerChoice.WHEN_WRITING


def test_information_only_forgets_everything(reporter: Reporter) -> None:
    reporter.write("hallo", "Nederlands", "3", "1", "Zij volgen mij.", "klaar", "2", "3", "1", "3")
    assert reporter.progress.phase is Phase.INFORMATION
    assert reporter.story == []
    assert reporter.progress.answers == {}
    assert reporter.progress.flags == frozenset()
    reporter.write("nog iets")
    assert reporter.story == []
    reporter.write("mens", "1", "1")
    assert report(reporter.dialog, reporter.progress).consent is Consent.TALK_ERASE


@pytest.mark.parametrize(
    ("written", "flag"),
    [
        (("2",), Flag.DANGER),
        (("3",), Flag.DEVICE_DOUBT),
        (("4",), Flag.UNSURE),
        (("1", "gevaar"), Flag.DANGER),
        (("1", "ik denk aan zelfmoord"), Flag.SUICIDE),
        (("1", "info", "5", "4"), Flag.HOME),
        (("1", "info", "5", "5"), Flag.MARRIAGE),
        (("1", "klaar", "2", "6"), Flag.RECRUITMENT),
    ],
)
def test_choices_and_words_raise_flags(
    reporter: Reporter, written: tuple[str, ...], flag: Flag
) -> None:
    reporter.write("hallo", "Nederlands", *written)
    assert reporter.progress.flags == {flag}


def test_another_answer_takes_the_flag_away(reporter: Reporter) -> None:
    reporter.write("hallo", "Nederlands", "4", "terug", "1")
    assert reporter.progress.flags == frozenset()


def test_waiting_and_live_pass_everything_on(reporter: Reporter) -> None:
    reporter.write(*SENT)
    for text in ("2", "ja", "klaar", "", "x" * 65_536):
        assert kinds(reporter.write(text)) == [PassOn]
    reporter.progress = went_live(reporter.dialog, reporter.progress).progress
    for text in ("2", "info", "mens", "taal", "overslaan", "samenvatting", "ik denk aan zelfmoord"):
        assert kinds(reporter.write(text)) == [PassOn]


def test_danger_reaches_the_person_too(reporter: Reporter) -> None:
    reporter.write(*SENT)
    reporter.progress = went_live(reporter.dialog, reporter.progress).progress
    assert kinds(reporter.write("gevaar")) == [Say, PassOn]
    assert Flag.DANGER in reporter.progress.flags


def test_stop_pauses_once_and_the_next_message_resumes(reporter: Reporter) -> None:
    reporter.write(*SENT)
    assert kinds(reporter.write("stop")) == [Pause, Say]
    assert kinds(reporter.write("stop")) == [Say]
    assert kinds(reporter.write("ik ben er weer")) == [Resume, PassOn]
    assert kinds(reporter.write("en nog iets")) == [PassOn]


def test_erasing_while_paused_brings_nothing_held_back(reporter: Reporter) -> None:
    reporter.write(*SENT, "stop")
    assert kinds(reporter.write("wis")) == [Say]
    assert kinds(reporter.write("wis")) == [Say, Erase, Count]


def test_while_paused_the_desk_says_nothing(reporter: Reporter) -> None:
    reporter.write(*SENT, "stop")
    turn = went_live(reporter.dialog, reporter.progress)
    assert turn.actions == ()
    reporter.progress = turn.progress
    heard = reporter.write("ik ben er weer")
    assert kinds(heard) == [Resume, Say, PassOn]
    assert says(heard)[0].lines[0].id == "live"


def test_who_is_answered_only_when_writing_hears_of_the_end_then(reporter: Reporter) -> None:
    reporter.write(*SENT_QUIETLY)
    turn = was_closed(reporter.dialog, reporter.progress, may_write=False)
    assert turn.actions == ()
    assert turn.progress.story == ()
    reporter.progress = turn.progress
    heard = reporter.write("is daar iemand?")
    assert says(heard)[-1].lines[0].id == "talk-again"
    assert reporter.story == ["is daar iemand?"]


def test_handing_back_says_so_shortly(reporter: Reporter) -> None:
    reporter.write(*SENT)
    live = went_live(reporter.dialog, reporter.progress)
    turn = back_to_waiting(reporter.dialog, live.progress)
    assert turn.progress.phase is Phase.WAITING
    assert [line.id for say in says(turn) for line in say.lines] == ["handed-on", "waiting-again"]


def test_closing_keeps_nothing_but_the_language(reporter: Reporter) -> None:
    reporter.write(*SENT)
    turn = was_closed(reporter.dialog, reporter.progress)
    assert turn.progress.phase is Phase.FEEDBACK
    assert (turn.progress.story, dict(turn.progress.answers)) == ((), {})
    reporter.progress = turn.progress
    last = reporter.write("1", "1", "2")
    assert kinds(last) == [Count, Say, Erase]


def test_an_edit_changes_what_is_kept_and_answers_nothing(reporter: Reporter) -> None:
    reporter.write("hallo", "Nederlands", "1", "Zij volgen mij.")
    at = reporter.at
    assert reporter.hear(Corrected(TextRef("4"), "Zij bellen mij.")).actions == ()
    assert reporter.story == ["Zij bellen mij."]
    reporter.hear(Corrected(TextRef("1"), "stop"))
    reporter.hear(Corrected(TextRef("unknown"), "wis"))
    assert reporter.at == at
    assert not reporter.progress.paused
    assert reporter.hear(TookBack(TextRef("4"))).actions == ()
    assert reporter.story == []


def test_an_edit_after_sending_is_told_to_the_desk(reporter: Reporter) -> None:
    reporter.write(*SENT)
    assert kinds(reporter.hear(Corrected(TextRef("4"), "Anders."))) == [PassOn]
    assert kinds(reporter.hear(TookBack(TextRef("4")))) == [PassOn]
    assert kinds(reporter.hear(SentFile(TextRef("99")))) == [PassOn, Say]


def test_a_remark_can_be_taken_back(reporter: Reporter) -> None:
    reporter.write("hallo", "Nederlands", "4", "Zij staan voor mijn deur.")
    assert reporter.progress.remarks
    reporter.hear(TookBack(TextRef("4")))
    assert reporter.progress.remarks == {}


def test_a_number_is_hidden_in_what_is_stored(reporter: Reporter) -> None:
    reporter.write("hallo", "Nederlands", "1", "bel 06-12345678", "ja")
    assert reporter.story == ["bel •••"]


def test_a_number_in_the_very_first_text_is_seen_once_the_language_is_known(
    reporter: Reporter,
) -> None:
    reporter.write("mijn nummer is 06-12345678", "Nederlands")
    assert reporter.at == reporter.dialog.places.number
    reporter.write("1")
    assert reporter.at == "safe_now"
    assert reporter.story == ["mijn nummer is •••"]


def test_the_summary_shows_nothing_when_someone_may_look(reporter: Reporter) -> None:
    reporter.write("hallo", "Nederlands", "3", "1", "Zij volgen mij.")
    shown = [line.id for say in says(reporter.write("samenvatting")) for line in say.lines]
    assert "summary-hidden" in shown
    assert "summary-story" not in shown


def test_a_long_story_is_shown_by_its_beginning(reporter: Reporter) -> None:
    reporter.write("hallo", "Nederlands", "1", "woord " * 10_000)
    lines = [line for say in says(reporter.write("samenvatting")) for line in say.lines]
    story = next(line for line in lines if line.id == "summary-story")
    assert len(story.args["story"]) <= 201
    assert len(reporter.story[0]) == 60_000


def test_the_card_of_the_desk_is_shown_and_flagged(reporter: Reporter) -> None:
    reporter.write(*SENT)
    turn = show_card(reporter.dialog, reporter.progress, "duress")
    assert Flag.DURESS in turn.progress.flags
    assert kinds(turn) == [Say]


def test_the_desk_and_the_line_have_cards_of_their_own(reporter: Reporter) -> None:
    own = {card.id for card in reporter.dialog.all_cards if card.use is not CardUse.OFFER}
    assert own == {"abuse", "duress", "system"}


def test_a_side_step_leaves_nothing_behind(reporter: Reporter) -> None:
    """Answers after a menu, a change of language or a closed talk are kept like any other."""
    reporter.write(*TOLD, "3", "1", "3", "taal", "mens", "2", "2")
    assert reporter.progress.answers["adult"] == ("no",)  # type: ignore[index]
    reporter.write("1")
    reporter.progress = was_closed(reporter.dialog, reporter.progress).progress
    reporter.write("info", "wacht nog even", "1", "3", "2")
    assert reporter.progress.answers["evidence"] == ("keep",)  # type: ignore[index]


def test_two_minutes_are_counted_either_way(reporter: Reporter) -> None:
    """A clock set back does not let an old `erase` count for ever."""
    reporter.write("hallo", "Nederlands", "wis")
    reporter.wait(-10)
    assert kinds(reporter.write("wis")) == [Say]
    reporter.wait(2)
    assert Erase in kinds(reporter.write("wis"))


def test_an_unanswered_question_counts_for_nothing(reporter: Reporter) -> None:
    """A country named after an answer that was then changed is not reported."""
    reporter.write(*TOLD, "2", "2", "overslaan", "1", "een land", "terug", "terug", "3")
    told = report(reporter.dialog, reporter.progress)
    assert MessageId("title-country") not in [one.question for one in told.answers]


def test_a_language_no_longer_offered_does_not_break_a_talk(reporter: Reporter) -> None:
    reporter.write("hallo", "English")
    fewer = {key: one for key, one in reporter.lexicons.items() if key != "en"}
    reporter.lexicons = fewer
    reporter.progress = replace(reporter.progress)
    assert reporter.write("1").progress.at == "story"
