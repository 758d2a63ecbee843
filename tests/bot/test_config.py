"""Settings that are wrong: one clear sentence each, which quotes no value."""

from pathlib import Path

import pytest

from bot.config import read_config
from bot.errors import ConfigurationError

GOOD = """
line_name = "De Lijn"
staff_language = "nl"
[legal_limit]
nl = "Als er een kind in groot gevaar is."
[front]
homeserver = "https://front.test"
user = "@line:front.test"
[desk]
homeserver = "https://desk.test"
user = "@desk:desk.test"
"""
SECRET = "hunter2-SECRET"


def _fault(folder: Path, text: str | bytes) -> str:
    path = folder / "line.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    with pytest.raises(ConfigurationError) as caught:
        read_config(path)
    words = str(caught.value)
    assert "\n" not in words
    assert SECRET not in words
    assert "pydantic" not in words
    assert caught.value.__cause__ is None
    assert caught.value.__suppress_context__ or caught.value.__context__ is None
    return words


def test_good_settings_are_read(tmp_path: Path) -> None:
    (tmp_path / "line.toml").write_text(GOOD)
    place = read_config(tmp_path / "line.toml")
    assert place.line_db == tmp_path / "state" / "line.db"
    assert not place.config.one_homeserver


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda t: f'pasword = "{SECRET}"\n' + t, "there is no setting called 'pasword'"),
        (lambda t: t + f'token = "{SECRET}"\n', "there is no setting called 'desk.token'"),
        (lambda t: t.replace('line_name = "De Lijn"\n', ""), "'line_name' is missing"),
        (
            lambda t: t.replace('[legal_limit]\nnl = "Als er een kind in groot gevaar is."', ""),
            "'legal_limit' is missing (what the law obliges",
        ),
        (lambda t: t.replace('"De Lijn"', "47"), "'line_name' is wrong"),
        (lambda t: t.replace('"De Lijn"', '"  "'), "'line_name' is wrong"),
        (
            lambda t: t.replace("[front]", f'[front]\nx.y = "{SECRET}"'),
            "there is no setting called 'front.x'",
        ),
        (lambda t: f'time_zone = "{SECRET}"\n' + t, "'time_zone' is wrong"),
        (lambda t: f'state = ["{SECRET}"]\n' + t, "'state' is wrong"),
        (
            lambda t: t + f'[signal]\nnumber = "{SECRET}"',
            "'signal.number' is wrong: write it with its country",
        ),
        (lambda t: t + "[signal]\nnumber = 31612345678", "'signal.number' is wrong"),
        (
            lambda t: t + '[signal]\nnumber = "+31612345678"\ntimer_days = 99',
            "'signal.timer_days' is wrong",
        ),
        (lambda t: t + "= 3", "is no valid TOML"),
        (lambda t: t + f'x = "{SECRET}', "is no valid TOML"),
        (lambda t: t.encode() + b"\xff\xfe", "is no valid TOML"),
    ],
)
def test_each_fault_is_one_sentence(change, said: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    assert said in _fault(tmp_path, change(GOOD))


def test_a_missing_file_and_a_folder(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="There is no settings file"):
        read_config(tmp_path / "nothing.toml")
    with pytest.raises(ConfigurationError, match="cannot be read"):
        read_config(tmp_path)
