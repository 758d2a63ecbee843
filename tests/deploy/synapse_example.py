"""A real Synapse on the examples, adapted in names, ports, paths and database only."""

import secrets
from pathlib import Path
from typing import Any

import yaml
from synapse.config.homeserver import HomeServerConfig

from bot.demo.homeserver import ThrowAwayHomeserver

DEPLOY = Path(__file__).parents[2] / "deploy"
PATHS = ("pid_file", "log_config", "media_store_path", "signing_key_path")
SECRETS = ("macaroon_secret_key_path", "form_secret_path")


def example(name: str) -> dict[str, Any]:
    """The example as it is in the repository."""
    text = (DEPLOY / "synapse" / f"{name}.yaml").read_text(encoding="utf-8")
    settings: dict[str, Any] = yaml.safe_load(text)
    return settings


def homeserver_on(name: str) -> ThrowAwayHomeserver:
    """Not started yet: the example takes the place of the throw-away's own settings."""
    server = ThrowAwayHomeserver()
    settings_file = server.folder / "homeserver.yaml"
    own = yaml.safe_load(settings_file.read_text(encoding="utf-8"))
    settings = _adapted(example(name), own, server.folder)
    settings_file.write_text(yaml.safe_dump(settings), encoding="utf-8")
    log = (DEPLOY / "synapse" / "log.yaml").read_text(encoding="utf-8")
    (server.folder / "log.yaml").write_text(log, encoding="utf-8")
    return server


def parsed(name: str) -> Any:
    """Synapse's own reading of the example."""
    server = homeserver_on(name)
    try:
        settings = yaml.safe_load((server.folder / "homeserver.yaml").read_text(encoding="utf-8"))
        config = HomeServerConfig()
        config.parse_config_dict(settings, config_dir_path="", data_dir_path=str(server.folder))
        return config
    finally:
        server.close()


def _adapted(settings: dict[str, Any], own: dict[str, Any], folder: Path) -> dict[str, Any]:
    """What an operator has to adapt too."""
    for place in ("server_name", "public_baseurl", "database", *PATHS):
        settings[place] = own[place]
    for place in SECRETS:
        settings[place] = str(folder / place)
        (folder / place).write_text(secrets.token_hex(16), encoding="utf-8")
    del settings["registration_shared_secret_path"]
    settings["registration_shared_secret"] = own["registration_shared_secret"]
    (listener,) = settings["listeners"]
    listener["port"] = own["listeners"][0]["port"]
    return settings
