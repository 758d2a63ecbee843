// What clients turn into links: texts in as lines of JSON, out for each what two linkifiers find.
//
// linkify-it with everything it can be told to find, and linkifyjs as Element uses it: with every
// scheme it registers, and with Matrix ids, rooms and aliases as links.

import readline from "node:readline";
import { LinkifyIt } from "linkify-it";
import * as linkify from "linkifyjs";

const it = new LinkifyIt({ fuzzyLink: true, fuzzyEmail: true, fuzzyIP: true });
// By itself it knows country domains and a few others; clients bring the list of all there are.
const MORE = "app dev click link online site xyz shop top info agency amsterdam onion i2p рф онлайн";
it.tlds([...MORE.split(" "), "中国", "ایران", "भारत", "ලංකා", "الجزائر"], true);
for (const scheme of ["matrix:", "mxc:", "tel:", "sms:", "geo:", "xmpp:", "magnet:", "file:"]) {
    it.add(scheme, { validate: (text, at) => text.slice(at).match(/^[^\s]+/)?.[0].length ?? 0 });
}

for (const scheme of ["matrix", "mxc", "tel", "sms", "geo", "xmpp", "magnet", "file"]) {
    linkify.registerCustomProtocol(scheme, true);
}
// Element's own: `@user:server`, `#room:server`, with and without a port.
const ELEMENT = /(^|\s)[@#+!][^\s:]+:[^\s:]+(:\d+)?/g;

const lines = readline.createInterface({ input: process.stdin });
lines.on("line", (line) => {
    const text = JSON.parse(line);
    const found = [
        ...(it.match(text) ?? []).map((one) => one.raw),
        ...linkify.find(text).map((one) => one.value),
        ...(text.match(ELEMENT) ?? []),
    ];
    process.stdout.write(JSON.stringify(found) + "\n");
});
