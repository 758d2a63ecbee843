"""Our Olm account and the sessions with single devices. Whatever arrives, nothing here raises.

nio's account and session classes are used; its `Olm` machine is not, because its handlers take
hostile input apart without care and log what they find.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any

import vodozemac
from nio.crypto import InboundSession, OlmAccount, OutboundSession

from bot.channels.base import JournalKey
from bot.channels.guard import nothing_escapes
from bot.channels.journal import StateJournal
from bot.channels.matrix.canonical import Json, canonical, decode, encode, signed_by
from bot.channels.matrix.http import object_of, text_of
from bot.channels.matrix.olm import OlmSessions
from bot.channels.matrix.parse import parse
from bot.channels.matrix.trust import KnownDevice
from dialogs.hushed import Hushed

OLM = "m.olm.v1.curve25519-aes-sha2"
MEGOLM = "m.megolm.v1.aes-sha2"


class Unopened(Enum):
    """Why there is nothing in a to-device message for us."""

    LOST = "lost"
    """It is meant for us, by a session that we do not have, or no longer."""
    BAD = "bad"


@dataclass(frozen=True, repr=False)
class OlmPayload(Hushed):
    """The inside of a to-device message, proven to be meant for us by its sender."""

    sender: str
    sender_key: str
    ed25519: str
    kind: str
    content: Json


class Machine(Hushed):
    """The account's keys, and the ratchets shared with other devices."""

    def __init__(self, journal: StateJournal, user: str, device: str) -> None:
        self._journal = journal
        self.user, self.device = user, device
        self.sessions = OlmSessions(journal)
        self.account = OlmAccount()
        self._pickle_key = ""

    def load(self, rows: Mapping[JournalKey, bytes]) -> None:
        """Restore from the journal, or begin anew."""
        stored = rows.get(("pickle_key", ""))
        self._pickle_key = (stored or secrets.token_hex(32).encode()).decode()
        if stored is None:
            self._journal.put("pickle_key", "", self._pickle_key.encode())
        account = rows.get(("account", ""))
        if account is None:
            self.save_account()
        else:
            self.account = OlmAccount.from_pickle(account, self._pickle_key)
        self.sessions.load(rows, self._pickle_key)

    @property
    def pickle_key(self) -> str:
        return self._pickle_key

    @property
    def ed25519(self) -> str:
        return str(self.account.identity_keys["ed25519"])

    @property
    def curve25519(self) -> str:
        return str(self.account.identity_keys["curve25519"])

    @property
    def raw_account(self) -> Any:
        """The native account, for fallback keys, which neither nio nor the type stubs know of."""
        return self.account._account  # noqa: SLF001

    def sign(self, thing: Mapping[str, Any]) -> str:
        return str(self.account.sign(canonical(thing).decode()))

    def save_account(self) -> None:
        self._journal.put("account", "", self.account.pickle(self._pickle_key))

    # ---- receiving ------------------------------------------------------------------------

    def open(self, sender: str, content: object) -> OlmPayload | Unopened:
        """Decrypt and check a to-device message."""
        sender_key = text_of(content, "sender_key")
        mine = object_of(content, "ciphertext", self.curve25519)
        if text_of(content, "algorithm") != OLM or not sender_key or not mine:
            return Unopened.BAD
        plain = None
        with nothing_escapes():
            plain = self._decrypt(sender, sender_key, mine.get("type"), text_of(mine, "body"))
        if plain is None:
            return Unopened.LOST
        with nothing_escapes():
            return self._checked(sender, sender_key, parse(plain.encode()))
        return Unopened.BAD

    def _decrypt(self, sender: str, sender_key: str, kind: object, body: str) -> str | None:
        if kind == 0 and isinstance(kind, int):
            first = vodozemac.PreKeyMessage.from_base64(body)
            return self._decrypt_first(sender, sender_key, first)
        if kind != 1:
            return None
        message = vodozemac.AnyOlmMessage.normal(decode(body))
        for session in self.sessions.of(sender_key):
            with nothing_escapes():
                plain = str(session.decrypt(message))
                self.sessions.save(sender_key, session)
                return plain
        return None

    def _decrypt_first(
        self, sender: str, sender_key: str, message: vodozemac.PreKeyMessage
    ) -> str | None:
        for session in self.sessions.of(sender_key):
            if session.matches(message):
                plain = str(session.decrypt(message))
                self.sessions.save(sender_key, session)
                return plain
        session = InboundSession(self.account, message, sender_key)
        plain = str(session.decrypt(message))
        # Only now is the one-time key used up, so only now is the account worth saving.
        self.save_account()
        self.sessions.add(sender, sender_key, session)
        return plain

    def _checked(self, sender: str, sender_key: str, payload: object) -> OlmPayload | Unopened:
        if text_of(payload, "sender") != sender or text_of(payload, "recipient") != self.user:
            return Unopened.BAD
        if text_of(payload, "recipient_keys", "ed25519") != self.ed25519:
            return Unopened.BAD
        claimed, kind = text_of(payload, "keys", "ed25519"), text_of(payload, "type")
        if not claimed or not kind:
            return Unopened.BAD
        return OlmPayload(sender, sender_key, claimed, kind, object_of(payload, "content"))

    # ---- sending --------------------------------------------------------------------------

    def has_session(self, device: KnownDevice) -> bool:
        return bool(self.sessions.of(device.curve25519))

    def start_session(self, device: KnownDevice, claimed: object) -> bool:
        """Begin a session from a claimed one-time key; False when the key is not the device's."""
        key = text_of(claimed, "key")
        if not key or not signed_by(claimed, device.person, device.ed25519, device.id):
            return False
        with nothing_escapes():
            session = OutboundSession(self.account, device.curve25519, key)
            self.sessions.add(device.person, device.curve25519, session)
            return True
        return False

    def encrypt(self, device: KnownDevice, kind: str, content: Json) -> Json:
        """A to-device message for one device; there must be a session."""
        session = self.sessions.of(device.curve25519)[0]
        payload = {
            "sender": self.user,
            "sender_device": self.device,
            "keys": {"ed25519": self.ed25519},
            "recipient": device.person,
            "recipient_keys": {"ed25519": device.ed25519},
            "type": kind,
            "content": content,
        }
        message_type, ciphertext = session.encrypt(json.dumps(payload)).to_parts()
        self.sessions.save(device.curve25519, session)
        return {
            "algorithm": OLM,
            "sender_key": self.curve25519,
            "ciphertext": {
                device.curve25519: {"type": message_type, "body": encode(bytes(ciphertext))}
            },
        }
