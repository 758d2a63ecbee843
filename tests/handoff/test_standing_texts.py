"""`!m`, `!show` and `!refer` send as a plain line does; `!pass` asks and never answers itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dialogs.model import Flag, Language, Moment, Permission, Phase, Progress, QuestionId, TextRef
from handoff.actions import CaseAction, Decision, PostToCase, RedactCopies, Relay, Side, Tell
from handoff.commands import macro, pass_on, refer, show
from handoff.commands.base import Command, Order
from handoff.desk import staff_took_back
from handoff.macros import MACROS, MOST_WORDS
from handoff.model import Answer, AnswerWhen, Case, CaseId, Offer, RoomRef, StaffId, Stage
from handoff.passing import answered
from handoff.sealed import SealedAnswer, sealed, unsealed
from tests.bot.memory_line import guide

ANNA, BRAM = StaffId("@anna:staff.test"), StaffId("@bram:staff.test")
NOW = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
REF = TextRef("$command")
LIVE = Case(
    CaseId("1"),
    Stage.LIVE,
    Progress(phase=Phase.LIVE, at=QuestionId("live"), language=Language("en")),
    claimant=ANNA,
    case_room=RoomRef("!case:staff.test"),
)
RESTING = replace(LIVE, stage=Stage.RESTING, progress=Progress(), away=True, coded=True)
SENDING = [
    (macro.COMMAND, "hello"),
    (macro.COMMAND, "next call him"),
    (show.COMMAND, "danger"),
    (refer.COMMAND, "luisterlijn"),
]


def order(command: Command, text: str, case: Case = LIVE, staff: StaffId = ANNA) -> Decision:
    assert command.run
    moment = Moment(NOW, bytes(64))
    return command.run(Order(case, staff, frozenset(), moment, guide(), text, ref=REF))


def sent(decision: Decision) -> list[CaseAction]:
    return [action for action in decision.actions if isinstance(action, Relay | Tell)]


def replies(decision: Decision) -> list[str]:
    posts = [action for action in decision.actions if isinstance(action, PostToCase)]
    return [block.id for post in posts for block in post.blocks if hasattr(block, "id")]


# ---- the way of a plain line --------------------------------------------------------------------


@pytest.mark.parametrize(("command", "text"), SENDING)
def test_it_is_sent_under_its_command_and_confirmed_there(command: Command, text: str) -> None:
    decision = order(command, text)
    [relay] = sent(decision)
    assert isinstance(relay, Relay)
    assert (relay.ref, relay.confirm) == (REF, LIVE.case_room)
    [echo] = [action for action in decision.actions if isinstance(action, PostToCase)]
    assert (echo.ref, echo.echo) == (REF, True)


@pytest.mark.parametrize(("command", "text"), SENDING)
def test_nobody_but_the_claimant_sends(command: Command, text: str) -> None:
    decision = order(command, text, staff=BRAM)
    assert sent(decision) == []
    assert decision.case == LIVE
    assert replies(decision) == ["case-not-yours"]


@pytest.mark.parametrize(("command", "text"), SENDING)
def test_it_waits_for_who_may_not_be_written_to(command: Command, text: str) -> None:
    quiet = replace(LIVE, answer_when=AnswerWhen.ON_RETURN, last_heard=NOW - timedelta(hours=1))
    for case in (quiet, LIVE.with_progress(replace(LIVE.progress, paused=True))):
        decision = order(command, text, case)
        assert sent(decision) == []
        assert decision.case
        assert [answer.ref for answer in decision.case.held] == [REF]


@pytest.mark.parametrize(("command", "text"), SENDING)
def test_it_is_not_sent_where_nobody_can_be_reached(command: Command, text: str) -> None:
    lost = replace(LIVE, reachable=False)
    decision = order(command, text, lost)
    assert sent(decision) == []
    assert replies(decision)[0] == "case-unreachable"
    assert decision.case
    assert decision.case.referrals == {}


@pytest.mark.parametrize("text", ["hello", "next call him"])
def test_of_a_sealed_case_it_is_sealed_too(text: str) -> None:
    decision = order(macro.COMMAND, text, RESTING)
    assert sent(decision) == []
    assert len(decision.seals) == 1
    assert decision.case == RESTING


def test_a_sealed_referral_leaves_no_trace_outside() -> None:
    decision = order(refer.COMMAND, "luisterlijn", RESTING)
    assert len(decision.seals) == 1
    assert decision.case == RESTING


@pytest.mark.parametrize("case", [LIVE, RESTING])
def test_what_is_taken_back_goes_on_both_sides(case: Case) -> None:
    """In each queue behind what is still on its way there."""
    gone = [one for one in staff_took_back(case, REF).actions if isinstance(one, RedactCopies)]
    sides = {Side.CASE} if case is RESTING else {Side.CASE, Side.REPORTER}
    assert {one.side for one in gone} == sides


def test_what_was_sealed_before_is_still_read() -> None:
    """Own words were all there was; they are written as they were."""
    whole = b'{"case":{"id":"1","stage":"live","progress":{}},"kind":"case"}'
    own = b'{"answer":{"ref":"$1","text":"We think along."},"kind":"answer"}'
    standing = sealed(SealedAnswer(Answer(REF, (MACROS["hello"].line(""),))))
    case = unsealed((whole, own, standing))
    assert case
    assert case.held[0] == Answer(TextRef("$1"), "We think along.")
    assert case.held[1].text == (MACROS["hello"].line(""),)


# ---- !m -----------------------------------------------------------------------------------------


def test_there_are_28_texts() -> None:
    assert len(MACROS) == 28


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("helo", "macro-unknown"),
        ("hello there", "macro-stands-alone"),
        ("check", "macro-needs-words"),
        ("check  \u200b ", "macro-needs-words"),
        ("check " + "x" * (MOST_WORDS + 1), "macro-too-long"),
        ("", "macro-list"),
    ],
)
def test_what_is_no_text_sends_nothing(text: str, told: str) -> None:
    decision = order(macro.COMMAND, text)
    assert sent(decision) == []
    assert decision.case == LIVE
    assert replies(decision)[0] == told


@given(st.text(max_size=80))
def test_no_order_ever_raises(text: str) -> None:
    for command in (macro.COMMAND, show.COMMAND, refer.COMMAND, pass_on.COMMAND):
        for case in (LIVE, RESTING):
            order(command, text.strip(), case)


# ---- !show --------------------------------------------------------------------------------------


def test_what_a_card_says_of_the_reporter_comes_to_the_case() -> None:
    decision = order(show.COMMAND, "suicide")
    assert decision.case
    assert decision.case.progress.flags == {Flag.SUICIDE}


def test_who_turns_out_to_be_young_reads_the_card_for_the_young() -> None:
    [relay] = sent(order(show.COMMAND, "minor"))
    assert isinstance(relay, Relay)
    assert not isinstance(relay.text, str)
    assert relay.text.young


def test_a_card_for_the_line_itself_is_not_shown() -> None:
    assert replies(order(show.COMMAND, "system")) == ["show-unknown"]
    assert "system" not in guide().cards


@pytest.mark.parametrize("card", guide().cards)
def test_every_card_can_be_shown(card: str) -> None:
    assert len(sent(order(show.COMMAND, card))) == 1


# ---- !refer -------------------------------------------------------------------------------------


def test_what_is_named_is_noted_and_what_is_said_of_it() -> None:
    named = order(refer.COMMAND, "luisterlijn").case
    assert named
    assert list(named.referrals.values()) == [Offer.OFFERED]
    for word, offer in refer.MARKS.items():
        marked = order(refer.COMMAND, f"luisterlijn {word}", named).case
        assert marked
        assert list(marked.referrals.values()) == [offer]


def test_what_nobody_checked_is_not_sent() -> None:
    decision = order(refer.COMMAND, "mind_korrelatie")
    assert sent(decision) == []
    assert replies(decision) == ["refer-expired"]


def test_a_crisis_number_is_sent_all_the_same() -> None:
    decision = order(refer.COMMAND, "police_0900")
    assert len(sent(decision)) == 1
    assert "refer-unchecked" in replies(decision)


# ---- !pass --------------------------------------------------------------------------------------


@pytest.mark.parametrize("to", guide().recipients)
def test_asking_takes_back_what_was_said_before(to: str) -> None:
    before = replace(LIVE, passing={to: True, "elsewhere": True})
    decision = order(pass_on.COMMAND, to, before)
    assert len(sent(decision)) == 1
    assert decision.case
    assert decision.case.passing == {"elsewhere": True}


@pytest.mark.parametrize("text", ["", "parliament", "police yes", "police no yes", "police 1"])
def test_a_professional_never_says_yes_for_a_reporter(text: str) -> None:
    decision = order(pass_on.COMMAND, text)
    assert decision.case == LIVE
    assert replies(decision)[0] == "pass-list"


def test_a_no_in_the_reporters_own_words_can_be_noted() -> None:
    decision = order(pass_on.COMMAND, "police no", replace(LIVE, passing={"police": True}))
    assert decision.case
    assert decision.case.passing == {"police": False}
    assert sent(decision) == []


@pytest.mark.parametrize(
    "case",
    [
        RESTING,
        replace(LIVE, reachable=False),
        replace(LIVE, held=(Answer(TextRef("$1"), "unread"),)),
        replace(LIVE, answer_when=AnswerWhen.ON_RETURN),
        LIVE.with_progress(replace(LIVE.progress, paused=True)),
        LIVE.with_progress(replace(LIVE.progress, unheard=True)),
    ],
)
def test_who_cannot_read_it_now_is_not_asked(case: Case) -> None:
    decision = order(pass_on.COMMAND, "police", case)
    assert sent(decision) == []
    assert decision.case == case


@pytest.mark.parametrize(("given", "kept"), [(True, True), (False, False), (None, None)])
def test_no_clear_answer_is_none(*, given: bool | None, kept: bool | None) -> None:
    case, told = answered(LIVE, Permission("police", given))
    assert case.passing.get("police") is kept
    assert len(told) == 1


def test_only_the_number_or_the_whole_answer_is_a_yes() -> None:
    """Whatever else comes, there is no permission."""
    asked = order(pass_on.COMMAND, "police").case
    assert asked
    hear = partial(_hear, asked)
    assert hear("1") is True
    assert hear("Yes, you may pass it on") is True
    doubts = ("1?", "no?", "1 \u061f", "Yes, you may pass it on?")
    for unclear in (*doubts, "yes", "ok", "3", "12", "1 2", "yes 1 no", "👍", "maybe", "do it"):
        assert hear(unclear) is None, unclear
    for no in ("2", "no", "No, do not pass it on"):
        assert hear(no) is False


def _hear(asked: Case, text: str) -> bool | None:
    from dialogs.model import Said

    turn = guide().hear(asked.progress, Said(TextRef("$2"), text), Moment(NOW, bytes(64)))
    [said] = [action for action in turn.actions if isinstance(action, Permission)]
    return said.given
