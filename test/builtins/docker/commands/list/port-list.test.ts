import { expect, test } from "bun:test";

import { portList } from "../../../../../lib/builtins/docker/commands/list/port-list.ts";
import type { PublishedPort } from "../../../../../lib/builtins/docker/engine/container.ts";
import { parseExposes } from "../../../../../lib/programs/docker/options/expose.ts";
import { parsePublish } from "../../../../../lib/programs/docker/options/publish.ts";
import { parseIpv4 } from "../../../../../lib/values/address/ipv4.ts";

/** As the host has them when it has all that is asked for */
function published(texts: readonly string[]): readonly PublishedPort[] {
  return texts.flatMap(parsePublish).map(({ exposed, address, hostPorts }) => ({
    exposed,
    address: address ?? parseIpv4("0.0.0.0"),
    hostPort: hostPorts?.first ?? 49_153,
  }));
}

// Each as Docker 20.10.24's own client prints it, without IPv6
test.each([
  [[], [], ""],
  [["80"], [], "80/tcp"],
  [["5432", "80"], [], "80/tcp, 5432/tcp"],
  [["80-82", "53/udp"], [], "53/udp, 80-82/tcp"],
  [["80", "81", "83"], [], "80-81/tcp, 83/tcp"],
  [["80"], ["80:80"], "0.0.0.0:80->80/tcp"],
  [["80"], ["90:90", "80:81"], "80/tcp, 0.0.0.0:90->90/tcp, 0.0.0.0:80->81/tcp"],
  [["80"], ["80:80", "53:53/udp", "127.0.0.1:81:80"], "0.0.0.0:53->53/udp, 0.0.0.0:80->80/tcp, 127.0.0.1:81->80/tcp"],
  [[], ["83:80", "83:80/udp"], "0.0.0.0:83->80/tcp, 0.0.0.0:83->80/udp"],
  [["80"], ["127.0.0.1:80-81:80-81"], "127.0.0.1:80-81->80-81/tcp"],
  [["80"], ["80-82:80-82/udp"], "80/tcp, 0.0.0.0:80-82->80-82/udp"],
])("portList() shows %j exposed and %j published as %j", (exposes, publishes, shown) => {
  expect(portList(parseExposes(exposes), published(publishes))).toBe(shown);
});
