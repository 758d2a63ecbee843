"""Installing: what is put in place is listed with its hash, and anything else is refused."""

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from bot.demo.models import PACKAGES
from bot.errors import ConfigurationError
from bot.translation.base import Direction, Model
from bot.translation.fetching import in_folder
from bot.translation.models import damaged, read_lock, way
from bot.translation.packages import put_in_place, sha256_of

FA_EN = PACKAGES / "translate-fa_en-0_1.argosmodel"
FA, NL, EN = Model("fa"), Model("nl"), Model("en")


def test_an_installed_package_is_listed_and_whole(tmp_path: Path) -> None:
    made = put_in_place(tmp_path, FA_EN, {})
    assert read_lock(tmp_path) == {Direction(FA, EN): made}
    assert made.package == sha256_of(FA_EN)
    assert damaged(tmp_path, made) is None
    assert [one.name for one in tmp_path.iterdir() if one.name.startswith("unpacking")] == []


def test_installing_it_again_changes_nothing(tmp_path: Path) -> None:
    first = put_in_place(tmp_path, FA_EN, {})
    assert put_in_place(tmp_path, FA_EN, {}) == first
    assert damaged(tmp_path, first) is None


def test_another_file_of_the_same_version_is_refused(tmp_path: Path) -> None:
    first = put_in_place(tmp_path, FA_EN, {})
    other = _changed(tmp_path / "other" / FA_EN.name)
    with pytest.raises(ConfigurationError, match="is not the file that was installed before"):
        put_in_place(tmp_path, other, {})
    assert damaged(tmp_path, first) is None


def test_a_newer_version_takes_its_place(tmp_path: Path) -> None:
    first = put_in_place(tmp_path, FA_EN, {})
    made = put_in_place(tmp_path, _changed(tmp_path / "other" / FA_EN.name, version="0.2"), {})
    assert read_lock(tmp_path) == {Direction(FA, EN): made}
    assert not (tmp_path / first.folder).exists()


def test_what_is_not_what_was_pinned_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigurationError, match="not the file whose SHA-256 you gave"):
        put_in_place(tmp_path, FA_EN, {FA_EN.name: "0" * 64})
    assert read_lock(tmp_path) == {}
    put_in_place(tmp_path, FA_EN, {FA_EN.name: sha256_of(FA_EN)})


def _changed(path: Path, version: str = "0.1") -> Path:
    path.parent.mkdir()
    with zipfile.ZipFile(FA_EN) as old, zipfile.ZipFile(path, "w") as new:
        for one in old.infolist():
            body = old.read(one)
            if one.filename.endswith("metadata.json"):
                about = json.loads(body)
                body = json.dumps(about | {"package_version": version, "note": "changed"}).encode()
            new.writestr(one, body)
    return path


@pytest.mark.parametrize(
    "names",
    [
        {"../outside.txt": b"x", "top/metadata.json": b"{}"},
        {"/top/metadata.json": b"{}"},
        {"one/metadata.json": b"{}", "two/metadata.json": b"{}"},
        {"top/metadata.json": b"{"},
        {"top/metadata.json": b"[]"},
        {"top/metadata.json": b'{"from_code": "fa"}'},
        {},
    ],
)
def test_what_is_no_package_is_refused(tmp_path: Path, names: dict[str, bytes]) -> None:
    path = tmp_path / "bad.argosmodel"
    with zipfile.ZipFile(path, "w") as archive:
        for name, body in names.items():
            archive.writestr(name, body)
    with pytest.raises(ConfigurationError):
        put_in_place(tmp_path, path, {})
    assert sorted(one.name for one in tmp_path.iterdir()) == ["bad.argosmodel"]


def test_half_a_download_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "half.argosmodel"
    path.write_bytes(FA_EN.read_bytes()[:300_000])
    with pytest.raises(ConfigurationError, match="download it again"):
        put_in_place(tmp_path, path, {})


def test_a_file_that_changed_on_the_disk_is_seen(tmp_path: Path) -> None:
    made = put_in_place(tmp_path, FA_EN, {})
    model = tmp_path / made.folder / "model" / "model.bin"
    body = bytearray(model.read_bytes())
    body[1000] ^= 1
    model.write_bytes(body)
    assert "not the one that was installed" in str(damaged(tmp_path, made))
    shutil.rmtree(tmp_path / made.folder)
    assert "not there" in str(damaged(tmp_path, made))


def test_a_folder_gives_what_is_wanted_of_it() -> None:
    wanted = [Direction(FA, EN), Direction(EN, Model("ru"))]
    assert in_folder(PACKAGES, wanted) == {Direction(FA, EN): FA_EN}


def test_the_way_leads_by_english_where_it_must(models: Path) -> None:
    installed = read_lock(models)
    assert [(one.source, one.target) for one in way(installed, Direction(FA, NL))] == [
        ("fa", "en"),
        ("en", "nl"),
    ]
    assert len(way(installed, Direction(NL, EN))) == 1
    assert way(installed, Direction(FA, Model("ru"))) == ()
    assert way(installed, Direction(NL, NL)) == ()


def test_a_list_that_cannot_be_read_is_one_clear_sentence(tmp_path: Path) -> None:
    (tmp_path / "models.lock").write_text("{", encoding="utf-8")
    with pytest.raises(ConfigurationError, match=r"models\.lock cannot be read"):
        read_lock(tmp_path)
