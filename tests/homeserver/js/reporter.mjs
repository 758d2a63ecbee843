// A reporter at a client that is not nio: matrix-js-sdk with its Rust crypto, told what to do.
//
// One JSON object a line. In: {"id": 1, "do": "say", ...}. Out: {"id": 1, "ok": {...}} or
// {"id": 1, "error": "..."}, and {"saw": {...}} for everything somebody else writes.

import readline from "node:readline";

const write = (thing) => process.stdout.write(JSON.stringify(thing) + "\n");

// The library and its WebAssembly talk to the console; standard output is for answers only.
for (const level of ["debug", "info", "log", "warn", "error", "trace"]) {
    console[level] = () => {};
}

const {
    AllDevicesIsolationMode,
    EventShieldColour,
    OnlySignedDevicesIsolationMode,
} = await import("matrix-js-sdk/lib/crypto-api/index.js");
const { ClientEvent, MatrixEventEvent, RoomEvent, createClient } = await import("matrix-js-sdk");

let client;
const reported = new Set();

// ---- what is seen ------------------------------------------------------------------------------

async function report(event) {
    if (reported.has(event.getId()) || event.getSender() === client.getUserId()) return;
    if (event.isState() || event.isRedaction()) return;
    await event.getDecryptionPromise();
    // A key may come after its message; a failure is reported each time, a text once.
    const failure = event.decryptionFailureReason;
    if (event.isEncrypted() && event.getWireType() === event.getType() && !failure) return;
    if (!failure) reported.add(event.getId());
    const proof = failure ? null : await client.getCrypto().getEncryptionInfoForEvent(event);
    write({
        saw: {
            room: event.getRoomId(),
            event: event.getId(),
            sender: event.getSender(),
            text: failure ? "" : (event.getContent().body ?? ""),
            answers: event.replyEventId ?? null,
            encrypted: event.isEncrypted(),
            failure: failure ?? null,
            shield: proof ? EventShieldColour[proof.shieldColour] : null,
        },
    });
}

function listen() {
    client.on(RoomEvent.Timeline, (event) => report(event));
    client.on(MatrixEventEvent.Decrypted, (event) => report(event));
    return new Promise((resolve) => {
        client.on(ClientEvent.Sync, (state) => state === "PREPARED" && resolve());
    });
}

// ---- what it can do ----------------------------------------------------------------------------

const deeds = {
    async log_in({ url, name, password, only_signed }) {
        const door = createClient({ baseUrl: url });
        const session = await door.loginRequest({
            type: "m.login.password",
            identifier: { type: "m.id.user", user: name },
            password,
        });
        client = createClient({
            baseUrl: url,
            userId: session.user_id,
            deviceId: session.device_id,
            accessToken: session.access_token,
        });
        await client.initRustCrypto({ useIndexedDB: false });
        const crypto = client.getCrypto();
        crypto.setDeviceIsolationMode(
            only_signed ? new OnlySignedDevicesIsolationMode() : new AllDevicesIsolationMode(false),
        );
        const ready = listen();
        await client.startClient({ initialSyncLimit: 20 });
        await ready;
        const identifier = { type: "m.id.user", user: session.user_id };
        await crypto.bootstrapCrossSigning({
            authUploadDeviceSigningKeys: (upload) =>
                upload({ type: "m.login.password", identifier, password }),
        });
        return { user: session.user_id, cross_signed: await crypto.isCrossSigningReady() };
    },

    async open_chat({ with: other }) {
        const { room_id: room } = await client.createRoom({
            is_direct: true,
            preset: "trusted_private_chat",
            invite: [other],
            initial_state: [
                {
                    type: "m.room.encryption",
                    state_key: "",
                    content: { algorithm: "m.megolm.v1.aes-sha2" },
                },
            ],
        });
        return { room };
    },

    async say({ room, text }) {
        const { event_id: event } = await client.sendTextMessage(room, text);
        return { event };
    },

    // With a relation, as the client's own edit, reply and thread make it.
    async send({ room, content }) {
        const { event_id: event } = await client.sendEvent(room, "m.room.message", content);
        return { event };
    },

    // As this client sees it, not as the server does: it encrypts for whom it knows to be there.
    async members({ room }) {
        const seen = client.getRoom(room)?.getJoinedMembers() ?? [];
        return { members: seen.map((member) => member.userId) };
    },
};

const lines = readline.createInterface({ input: process.stdin });
lines.on("line", async (line) => {
    const { id, do: deed, ...rest } = JSON.parse(line);
    try {
        write({ id, ok: await deeds[deed](rest) });
    } catch (error) {
        write({ id, error: String(error.message ?? error) });
    }
});
lines.on("close", () => process.exit(0));
