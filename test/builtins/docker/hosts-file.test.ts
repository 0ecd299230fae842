import { describe, expect, test } from "bun:test";

import { hostsFile, linkLine } from "../../../lib/builtins/docker/hosts-file.ts";
import { parseIpv4 } from "../../../lib/values/address/ipv4.ts";

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
