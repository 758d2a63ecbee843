"""The example configurations of the homeservers do what their comments say, on a real Synapse."""

import asyncio
import json
import pkgutil
import re
import urllib.request
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from importlib import import_module
from pathlib import Path

import pytest
import synapse.config

from bot.demo.homeserver import ThrowAwayHomeserver
from bot.demo.stage import Stage, set_stage
from tests.deploy.synapse_example import DEPLOY, example, homeserver_on, parsed
from tests.figure import Figure
from tests.homeserver.line_talk import Desk, Reporter
from tests.privacy.identifiers import found_in, identifiers_of

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")  # those of Synapse
NAMES = ("front", "desk")
MINUTE, HOUR, DAY = 60_000, 3_600_000, 86_400_000
SOMEWHERE = "203.0.113.77"
CLIENT = "/_matrix/client/v3"
BACKUP = [
    f"{CLIENT}/room_keys/{one}"
    for one in ("version", "version/1", "keys", "keys/!a:b", "keys/!a:b/session")
]


@pytest.mark.parametrize("name", NAMES)
def test_synapse_knows_every_setting(name: str) -> None:
    """A mistyped setting is ignored in silence, so each name must occur in Synapse's own reader."""
    (folder,) = synapse.config.__path__
    names = [one.name for one in pkgutil.iter_modules([folder])]
    source = "\n".join((Path(folder) / f"{one}.py").read_text(encoding="utf-8") for one in names)
    unknown = {
        key
        for key, value in example(name).items()
        if f'"{key}"' not in source
        if not all(f'"{key}.{part}"' in source for part in (value if key[:3] == "rc_" else [""]))
    }
    assert unknown == set()


@pytest.mark.parametrize(("name", "days"), [("front", 14), ("desk", 90)])
def test_synapse_reads_it_as_it_is_meant(name: str, days: int) -> None:
    config = parsed(name)
    assert config.server.user_ips_max_age == 5 * MINUTE
    assert config.server.redaction_retention_period == 5 * MINUTE
    assert config.server.forgotten_room_retention_period == HOUR
    assert config.retention.retention_enabled
    assert config.retention.retention_default_max_lifetime == days * DAY
    assert len(config.room.encryption_enabled_by_default_for_room_presets) == 3
    assert config.room.forget_on_leave
    assert config.media.max_upload_size == 1024**2
    assert not config.media.url_preview_enabled
    assert not config.registration.enable_registration
    assert not config.server.presence_enabled
    assert not config.userdirectory.user_directory_search_enabled
    assert not config.metrics.report_stats
    assert config.key.key_servers == []
    (listener,) = config.server.listeners
    assert listener.bind_addresses == ["127.0.0.1"]
    assert not listener.http_options.x_forwarded


@pytest.mark.parametrize(
    ("name", "served"), [("front", ["client", "federation"]), ("desk", ["client"])]
)
def test_only_the_front_federates(name: str, served: list[str]) -> None:
    config = parsed(name)
    (listener,) = config.server.listeners
    assert [one for part in listener.http_options.resources for one in part.names] == served
    nobody = config.federation.federation_domain_whitelist
    assert (nobody is None) == (name == "front")
    assert not nobody


def test_the_limits_let_a_line_work() -> None:
    """Synapse's own are made for persons: one invitation received in five minutes."""
    front, desk = (parsed(name).ratelimiting for name in NAMES)
    assert front.rc_invites_per_user.per_second >= 10
    assert front.rc_joins_remote.per_second >= 1
    assert desk.rc_room_creation.per_second >= 1
    assert desk.rc_invites_per_user.per_second >= 1
    assert min(front.rc_message.per_second, desk.rc_message.per_second) >= 10


def test_the_desks_proxy_refuses_key_backup_and_nothing_else() -> None:
    """The rule meets an example of every path that Synapse serves for it."""
    text = (DEPLOY / "proxy" / "desk.conf").read_text(encoding="utf-8")
    (refused,) = re.findall(r"location ~ (\S+room_keys\S+) \{\s[^}]*return 404", text)
    served = _patterns("synapse.rest.client.room_keys")
    assert served
    assert all(any(one.match(path) for path in BACKUP) for one in served)
    assert all(re.match(refused, path) for path in BACKUP)
    others = ("keys/upload", "keys/query", "keys/claim", "keys/device_signing/upload", "sync")
    assert not any(re.match(refused, f"{CLIENT}/{path}") for path in others)


@pytest.mark.parametrize("name", NAMES)
def test_the_proxy_keeps_and_passes_no_address(name: str) -> None:
    text = (DEPLOY / "proxy" / f"{name}.conf").read_text(encoding="utf-8")
    assert "access_log off;" in text
    assert "$remote_addr" not in text
    assert "$proxy_add_x_forwarded_for" not in text


@pytest.fixture
async def stage(tmp_path: Path) -> AsyncIterator[Stage]:
    async with AsyncExitStack() as stack:
        front, desk = (homeserver_on(name) for name in NAMES)
        for server in (front, desk):
            stack.push_async_callback(asyncio.to_thread, server.close)
        starting = [asyncio.to_thread(server.start) for server in (front, desk)]
        await asyncio.gather(*starting)
        yield await stack.enter_async_context(set_stage(tmp_path / "line", front, desk))


async def test_a_whole_case_on_the_examples(stage: Stage, figure: Figure) -> None:
    """Nobody is slowed or refused; no server notes who connected, or writes a name into its log."""
    await asyncio.to_thread(_log_in_from, stage.front, SOMEWHERE)
    anna = await Reporter.arrive(stage, "zonnebloem4811")
    desk = Desk(stage)
    await anna.send_case()
    await desk.claim()
    await anna.hears("live")
    await desk.writes("Dank u voor uw bericht.")
    await anna.hears_text("Dank u voor uw bericht.")
    await desk.close()
    who = identifiers_of(anna.person, "zonnebloem4811", anna.room)
    noted = found_in(map(_log, (stage.front, stage.desk)), {*who, stage.line_id, SOMEWHERE})
    figure("identifiers and addresses in the example homeservers' logs", len(noted))
    assert noted == set()
    assert found_in(_database(stage.front), {SOMEWHERE, anna.person.id}) == {anna.person.id}
    assert found_in(_database(stage.desk), who) == set()
    await anna.person.close()


def _log_in_from(server: ThrowAwayHomeserver, address: str) -> None:
    """As behind a proxy that does pass on who connects."""
    server.user("passer-by", "a password")
    who = {"type": "m.id.user", "user": "passer-by"}
    body = {"type": "m.login.password", "identifier": who, "password": "a password"}
    request = urllib.request.Request(
        f"{server.url}{CLIENT}/login",
        data=json.dumps(body).encode(),
        headers={"X-Forwarded-For": address, "User-Agent": address},
    )
    urllib.request.build_opener(urllib.request.ProxyHandler({})).open(request).close()


def _log(server: ThrowAwayHomeserver) -> bytes:
    return (server.folder / "output.txt").read_bytes()


def _database(server: ThrowAwayHomeserver) -> list[bytes]:
    return [path.read_bytes() for path in server.folder.glob("homeserver.db*")]


def _patterns(module: str) -> list[re.Pattern[str]]:
    found = vars(import_module(module)).values()
    servlets = [one for one in found if isinstance(one, type) and one.__module__ == module]
    return [pattern for one in servlets for pattern in getattr(one, "PATTERNS", ())]
