import { expect, test } from "bun:test";

import { look } from "./looked.ts";

const looked = look();

test("each address is seen as the real `ip` shows it", async () => {
  const { seen, shown } = await looked;
  expect(seen.addresses).toEqual(shown.addresses);
});

test("peers, labels, metrics and flags of both families are seen", async () => {
  const { w0 = [] } = (await looked).seen.addresses;
  const seen = (local: string) => w0.find((one) => one.local === local);
  expect(seen("10.1.0.1")).toMatchObject({ prefix: 24, broadcast: "10.1.0.255", label: "w0:1", scope: "global" });
  expect(seen("10.2.0.1")).toMatchObject({ peer: "10.2.0.2", prefix: 32, metric: 5 });
  expect(seen("10.3.0.1")).toMatchObject({ scope: "link", flags: ["noprefixroute"] });
  expect(seen("10.4.0.1")).toMatchObject({ scope: "77", peer: null, broadcast: null, flags: [] });
  expect(seen("239.1.1.1")).toMatchObject({ flags: ["autojoin"] });
  expect(seen("fd00::1")).toMatchObject({ family: "inet6", prefix: 64, metric: 7, label: null, flags: ["nodad"] });
  expect(seen("fd01::1")).toMatchObject({ flags: ["noprefixroute", "nodad", "home"] });
  expect(seen("fd02::1")).toMatchObject({ flags: ["nodad", "mngtmpaddr"] });
  expect(seen("fd03::1")).toMatchObject({ peer: "fd03::2", prefix: 128 });
});
