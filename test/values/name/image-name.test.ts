import { expect, test } from "bun:test";

import { imageName, parseImageName } from "../../../lib/values/name/image-name.ts";
import { refusalOf } from "../refusals.ts";

const HYPHEN = "a name that begins with a hyphen looks like an option";
const LOWER_CASE = "a repository name must be lower case";

const DIGEST = `sha256:${"0f".repeat(32)}`;

test.each([
  "base",
  "debian:bookworm",
  "library/debian",
  "a.b_c__d-e---f",
  "debian:Bookworm_1.0-x",
  `debian:${"t".repeat(128)}`,
  `debian@${DIGEST}`,
  `debian:bookworm@${DIGEST}`,
  "localhost/web",
  "localhost:5000/web",
  "registry:5000/team/web:1",
  "Registry.example.com/web",
  "10.1.1.1:5000/web",
  "[fe80::1]:5000/web",
  "a".repeat(255),
  "1f1f4c1f931a",
])("image name %j is accepted", (text) => {
  expect<string>(parseImageName(text)).toBe(text);
});

const GRAMMAR = "it is written [REGISTRY[:PORT]/]NAME[:TAG][@sha256:DIGEST]";

test.each([
  ["", "it is empty"],
  ["-base", HYPHEN],
  ["--privileged", HYPHEN],
  ["0f".repeat(32), "Docker takes 64 hex digits for an image's id, never for its name"],
  ["a".repeat(256), "its name has 256 characters, and Docker allows 255"],
  ["Debian", LOWER_CASE],
  ["Team/web", LOWER_CASE],
  ["registry:5000/Web:Tag", LOWER_CASE],
  ["a..b", GRAMMAR],
  ["a___b", GRAMMAR],
  ["a_-b", GRAMMAR],
  ["web-", GRAMMAR],
  ["_web", GRAMMAR],
  ["/web", GRAMMAR],
  ["team/", GRAMMAR],
  ["team//web", GRAMMAR],
  ["debian:", GRAMMAR],
  ["debian:-x", GRAMMAR],
  ["debian:a:b", GRAMMAR],
  [`debian:${"t".repeat(129)}`, GRAMMAR],
  ["debian@sha256:0f", GRAMMAR],
  ["debian@md5:d41d8cd98f00b204e9800998ecf8427e", GRAMMAR],
  ["https://registry/web", GRAMMAR],
  ["my image", GRAMMAR],
  ["debian\n", GRAMMAR],
  ["größe", GRAMMAR],
])("image name %j is refused: %s", (text, reason) => {
  expect(refusalOf(imageName, text).reason).toStartWith(reason);
});

test.each(["a".repeat(256), "0F".repeat(32), "0f".repeat(32), "-Base", "a..b", "Web:-x"])(
  "for %s, nothing is offered",
  (text) => {
    expect(refusalOf(imageName, text).tryThis).toBeNull();
  },
);

test.each([
  ["Debian:Bookworm", "debian:Bookworm"],
  ["registry.example.com:5000/Web", "registry.example.com:5000/web"],
])("for %s, %s is offered instead", (text, offer) => {
  expect(refusalOf(imageName, text).tryThis).toBe(offer);
});
