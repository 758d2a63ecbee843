"""Numbers that identify are seen by their shape; ordinary numbers are left alone."""

import pytest

from dialogs.numbers import HIDDEN, hide, identifying


@pytest.mark.parametrize(
    "text",
    [
        "bel 06-12345678",
        "bel 06 12 34 56 78 vanavond",
        "+31 6 1234 5678",
        "0031612345678",
        "bel ٠٦١٢٣٤٥٦٧٨",
        "mail mij: iemand@voorbeeld.nl",
        "mijn bsn is 111222333",
        "bsn 1112.22.333",
        "paspoort NX1234567",
        "auto met 12-ABC-3",
        "de plaat is GG-123-H",
        "NL91 ABNA 0417 1643 00",
        "NL91ABNA0417164300",
        "打我电话0612345678吧",
        "我的号码是06-12345678",
        "车牌是12-ABC-3号",
        "护照NX1234567丢了",
        "телефон:т0612345678",
    ],
)
def test_identifying_numbers_are_seen_and_hidden(text: str) -> None:
    assert identifying(text)
    assert HIDDEN in hide(text)
    assert identifying(hide(text)) == ()


@pytest.mark.parametrize(
    "text",
    [
        "in 2023 begon het",
        "op 03-05-2024 belde hij",
        "zij waren met 3 of 4",
        "om 10:30 uur",
        "123456789 is geen bsn",
        "NL91ABNA0417164301 klopt niet",
        "ik woon hier 15 jaar",
        "het kostte 1.000.000 euro",
        "e-mail heb ik niet",
        "",
    ],
)
def test_ordinary_numbers_are_left_alone(text: str) -> None:
    assert identifying(text) == ()
    assert hide(text) == text


def test_the_words_around_stay() -> None:
    assert hide("bel 06-12345678 of mail a@b.nl, dank") == f"bel {HIDDEN} of mail {HIDDEN} dank"
    assert hide("请发到a@b.nl然后等我") == f"请发到{HIDDEN}然后等我"
    assert hide("打我电话0612345678吧") == f"打我电话{HIDDEN}吧"


def test_a_very_long_text_is_quick() -> None:
    for piece in ("0", "0 ", "a@", "A1", "12-", "a@b."):
        assert len(hide(piece * 20_000)) > 0
