"""What the throw-away homeserver is told: loopback only, no strangers, no limits, no outside."""

import base64
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

LOOPBACK = "127.0.0.1"
_UNLIMITED = {"per_second": 100_000, "burst_count": 100_000}


@dataclass(frozen=True)
class Place:
    """Where one throw-away homeserver lives: its folder, name and ports."""

    folder: Path
    server_name: str
    port: int
    federation_port: int | None
    room_version: str

    @property
    def settings_file(self) -> Path:
        return self.folder / "homeserver.yaml"


def write_settings(place: Place, registration_secret: str, overrides: Mapping[str, Any]) -> None:
    """Write everything that Synapse reads into the folder."""
    settings = _settings(place, registration_secret)
    if place.federation_port is not None:
        settings |= _federation(place)
        settings["listeners"] += [_listener(place.federation_port, "federation", tls=True)]
        _write_certificate(place.folder)
    settings = _merged(settings, overrides)
    # JSON is YAML too, and needs no library here.
    place.settings_file.write_text(json.dumps(settings, indent=1))
    (place.folder / "log.yaml").write_text(json.dumps(_log_settings(place.folder)))
    signing_key = base64.b64encode(secrets.token_bytes(32)).decode().rstrip("=")
    (place.folder / "signing.key").write_text(f"ed25519 a_demo {signing_key}\n")


def _settings(place: Place, registration_secret: str) -> dict[str, Any]:
    folder = place.folder
    return {
        "server_name": place.server_name,
        "public_baseurl": f"http://{LOOPBACK}:{place.port}/",
        "pid_file": str(folder / "homeserver.pid"),
        "listeners": [_listener(place.port, "client", tls=False)],
        "database": {"name": "sqlite3", "args": {"database": str(folder / "homeserver.db")}},
        "log_config": str(folder / "log.yaml"),
        "media_store_path": str(folder / "media"),
        "signing_key_path": str(folder / "signing.key"),
        "registration_shared_secret": registration_secret,
        "macaroon_secret_key": secrets.token_hex(16),
        "form_secret": secrets.token_hex(16),
        "default_room_version": place.room_version,
        "enable_registration": False,
        "bcrypt_rounds": 4,  # accounts of minutes; the usual 12 costs a quarter second each
        # Nothing leaves the machine.
        "federation_domain_whitelist": [],
        "trusted_key_servers": [],
        "suppress_key_server_warning": True,
        "report_stats": False,
        "url_preview_enabled": False,
        "allow_guest_access": False,
        "presence": {"enabled": False},
        "user_directory": {"enabled": False},
        **_no_limits(),
    }


def _no_limits() -> dict[str, Any]:
    single = (
        "rc_message rc_registration rc_registration_token_validity rc_admin_redaction "
        "rc_joins_per_room rc_3pid_validation rc_key_requests rc_reports rc_room_creation "
        "rc_delayed_event_mgmt rc_user_directory"
    )
    limits: dict[str, Any] = dict.fromkeys(single.split(), _UNLIMITED)
    for name, parts in {
        "rc_login": ("address", "account", "failed_attempts"),
        "rc_joins": ("local", "remote"),
        "rc_invites": ("per_room", "per_user", "per_issuer"),
        "rc_presence": ("per_user",),
    }.items():
        limits[name] = dict.fromkeys(parts, _UNLIMITED)
    return limits


def _listener(port: int, resource: str, *, tls: bool) -> dict[str, Any]:
    return {
        "port": port,
        "bind_addresses": [LOOPBACK],
        "type": "http",
        "tls": tls,
        "resources": [{"names": [resource], "compress": False}],
    }


def _federation(place: Place) -> dict[str, Any]:
    return {
        # The other servers' names are not known yet; they are all on this machine.
        "federation_domain_whitelist": None,
        "federation_verify_certificates": False,  # self-signed, loopback
        "tls_certificate_path": str(place.folder / "tls.crt"),
        "tls_private_key_path": str(place.folder / "tls.key"),
        "ip_range_blacklist": [],  # loopback is on the usual list
        "federation_ip_range_blacklist": [],
    }


def _log_settings(folder: Path) -> dict[str, Any]:
    return {
        "version": 1,
        "formatters": {"plain": {"format": "%(levelname)s %(name)s %(message)s"}},
        "handlers": {
            "file": {
                "class": "logging.FileHandler",
                "formatter": "plain",
                "filename": str(folder / "homeserver.log"),
            }
        },
        "root": {"level": "WARNING", "handlers": ["file"]},
        "disable_existing_loggers": False,
    }


def _write_certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "localhost")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=7))
        .sign(key, hashes.SHA256())
    )
    (folder / "tls.crt").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "tls.key").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )


def _merged(settings: Mapping[str, Any], overrides: Mapping[str, Any]) -> dict[str, Any]:
    """Overrides win, key by key, also inside nested mappings."""
    merged = dict(settings)
    for key, value in overrides.items():
        old = merged.get(key)
        both = isinstance(old, Mapping) and isinstance(value, Mapping)
        merged[key] = _merged(old, value) if both else value  # type: ignore[arg-type]
    return merged
