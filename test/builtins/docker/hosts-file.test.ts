import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { hostsFile, linkLine, withoutLine } from "../../../lib/builtins/docker/hosts-file.ts";
import { parseIpv4 } from "../../../lib/values/ipv4.ts";

const FIXED = `127.0.0.1\tlocalhost
::1\tlocalhost ip6-localhost ip6-loopback
fe00::0\tip6-localnet
ff00::0\tip6-mcastprefix
ff02::1\tip6-allnodes
ff02::2\tip6-allrouters
`;
const address = parseIpv4("172.17.0.2");

describe("hostsFile()", () => {
  test("has the fixed lines only for a container with no address", () => {
    expect(hostsFile({ address: null, hostname: "63f36fc01b5f" }, [])).toBe(FIXED);
  });

  test.each([
    ["63f36fc01b5f", "63f36fc01b5f"],
    ["web.example.com", "web.example.com web"],
  ])("names a container %s by %j", (hostname, names) => {
    expect(hostsFile({ address, hostname }, [])).toBe(`${FIXED}172.17.0.2\t${names}\n`);
  });

  test("has the links last, in their order", () => {
    expect(hostsFile({ address, hostname: "web" }, ["172.17.0.3\tdb", "172.17.0.4\tmail"])).toBe(
      `${FIXED}172.17.0.2\tweb\n172.17.0.3\tdb\n172.17.0.4\tmail\n`,
    );
  });
});

describe("linkLine()", () => {
  test.each([
    ["db", "1f1f4c1f931a", "stupefied_pare", "db 1f1f4c1f931a stupefied_pare"],
    ["stupefied_pare", "1f1f4c1f931a", "stupefied_pare", "stupefied_pare 1f1f4c1f931a"],
    ["db", "db", "db", "db"],
  ])("of alias %s, host name %s and name %s has each name once", (alias, hostname, name, names) => {
    expect(linkLine({ address, alias, hostname, name })).toBe(`172.17.0.2\t${names}`);
  });
});

describe("withoutLine()", () => {
  const added = "172.17.0.2\tdb 1f1f4c1f931a";

  test.each([
    ["it", `${FIXED}${added}\n`, FIXED],
    ["the first of two", `${added}\nx\n${added}\n`, `x\n${added}\n`],
    ["it at the end, with no newline", `x\n${added}`, "x"],
  ])("takes out %s", (_, text, rest) => {
    expect(withoutLine(text, added)).toBe(rest);
  });

  test.each([
    `${FIXED}${added} mine\n`,
    `${FIXED}# ${added}\n`,
    `${FIXED}172.17.0.2\tdb\n`,
    `${FIXED}172.17.0.2 db 1f1f4c1f931a\n`,
    `${FIXED}172.17.0.20\tdb 1f1f4c1f931a\n`,
    "",
  ])("leaves %j, where somebody has edited it or it never was", (text) => {
    expect(withoutLine(text, added)).toBe(text);
  });

  test("takes back what was added anywhere in any text that does not have it", () => {
    fc.assert(
      fc.property(fc.array(fc.string()), fc.array(fc.string()), (before, after) => {
        const lines = [...before, ...after].flatMap((line) => line.split("\n")).filter((line) => line !== added);
        const index = Math.min(before.length, lines.length);
        expect(withoutLine(lines.toSpliced(index, 0, added).join("\n"), added)).toBe(lines.join("\n"));
      }),
    );
  });
});
