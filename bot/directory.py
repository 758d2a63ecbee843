"""When the operator last checked each place of the directory: a file beside the settings."""

import json
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from bot.errors import ConfigurationError
from bot.locales import read_referrals
from handoff.referrals import Check, Referral, checked

CHECKS_FILE = "referrals.toml"
HEADER = "# When each place of other help was last checked, and by whom.\n"
_CHECKS: TypeAdapter[dict[str, Check]] = TypeAdapter(dict[str, Check])


def checked_places(folder: Path) -> Mapping[str, Referral]:
    """The directory with this line's checks; a line without the file has checked nothing."""
    try:
        return checked(read_referrals(), read_checks(folder))
    except ValueError as error:
        raise ConfigurationError(f"{CHECKS_FILE}: {error}.") from None


def read_checks(folder: Path) -> dict[str, Check]:
    try:
        text = (folder / CHECKS_FILE).read_text(encoding="utf-8")
        return _CHECKS.validate_python(tomllib.loads(text))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError):
        raise ConfigurationError(f"{CHECKS_FILE} cannot be read.") from None
    except tomllib.TOMLDecodeError as fault:
        raise ConfigurationError(f"{CHECKS_FILE} is no valid TOML: {fault}") from None
    except ValidationError as fault:
        first = fault.errors(include_input=False, include_url=False)[0]
        place = ".".join(str(part) for part in first["loc"])
        raise ConfigurationError(f"{CHECKS_FILE} is wrong at {place}: {first['msg']}.") from None


def write_checks(folder: Path, checks: Mapping[str, Check]) -> None:
    """All at once: a running line never finds half a file."""
    tables = (
        f"\n[{place}]\nlast_checked = {one.last_checked}\nchecked_by = {_quoted(one.checked_by)}\n"
        for place, one in sorted(checks.items())
    )
    path = folder / CHECKS_FILE
    written = path.with_suffix(".new")
    written.write_text(HEADER + "".join(tables), encoding="utf-8")
    os.replace(written, path)  # noqa: PTH105 - the name says what must happen


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's escapes are TOML's."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
