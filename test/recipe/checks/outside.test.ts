/**
 * The network outside, as the lines that are typed for it leave it.
 */
import { expect, test } from "bun:test";

import type { RunReport } from "../../../lib/recipe/run/report.ts";
import { fileWith } from "../../support/recipe-file.ts";
import { users } from "../../support/machine/users.ts";
import { wirework } from "../../support/wirework.ts";

const RECIPE = `import { host, ifName, isFree, outsideNetwork, recipe } from "wirework";
export default recipe({
  summary: "A network outside",
  options: { uplink: ifName({ default: "eth0", help: "the uplink" }) },
  preflight: [isFree("uplink")],
  permissions: { run: ["ip", "ping"] },
  async run({ $, step, check }, { uplink }) {
    step("Outside");
    const internet = await outsideNetwork($, uplink);
    await $\`ip -br -4 addr show \${uplink}\`;
    await $\`ip route show default\`;
    await $\`sudo ip netns exec \${internet} ip -br -4 addr\`;
    await $\`sudo ip netns exec \${internet} ip route\`;
    await check(59, "the host reaches it").ping(host, internet);
    await check(59, "it reaches the host").ping(internet, internet.hostAddresses[1]);
    await check(60, "it knows no way to the containers").noPing(internet, "172.17.42.1", "unreachable");
  },
});
`;

test.each(users)(
  "is a neighbour with a cable to the host, which goes by it to anywhere else, for $name",
  async (user) => {
    const file = fileWith(RECIPE, "outside.ts");
    const { stdout, stderr } = await wirework(user, ["run", file, "--json", "--uplink=wan0"]);
    expect(stderr).toBe("");
    const { ok, steps } = JSON.parse(stdout) as RunReport;
    // The kernel is a moment late with what it says of a cable that is plugged in
    const late = (printed: string) => printed.replace(/^(wan0.*) (?:DOWN|UP) /gm, "$1 UP ").replace(/ linkdown\b/g, "");
    const [address, way, outside, ways] = (steps[0]?.commands ?? [])
      .slice(-4)
      .map(({ stdout: printed }) => late(printed.replace(/@if\d+| (?= )/g, "")).replace(/ +\n/g, "\n"));
    expect({ ok, address, way, outside, ways }).toEqual({
      ok: true,
      address: "wan0 UP 203.0.113.2/24 203.0.113.3/24\n",
      way: "default via 203.0.113.1 dev wan0\n",
      outside: "lo UNKNOWN 127.0.0.1/8\nwan0 UP 203.0.113.1/24\n",
      ways: "203.0.113.0/24 dev wan0 proto kernel scope link src 203.0.113.1\n",
    });
  },
);

const NAME_SERVER = `import { hostname, ifName, isFree, nameServerOutside, outsideNetwork, recipe } from "wirework";
export default recipe({
  summary: "A network outside, with dnsmasq in it",
  options: {
    uplink: ifName({ default: "eth0", help: "the uplink" }),
    known: hostname({ default: "www.example.com", help: "name of the outside" }),
  },
  preflight: [isFree("uplink")],
  permissions: { run: ["cat", "dnsmasq", "docker", "ip"] },
  async run({ $, step, check }, { uplink, known }) {
    step("Outside");
    const internet = await outsideNetwork($, uplink);
    const log = await nameServerOutside($, internet, known);
    const asks = (name: string) => $.told\`sudo docker run --rm --dns \${internet.address} base ping -c 1 -w 1 \${name}\`;
    await check(59, "a container has the address of that name").shows(asks(known), "(203.0.113.1)");
    await check(59, "of no other").refuses(asks("www.example.net"), "Name or service not known");
    await check(61, "it saw the host ask").shows($\`cat \${log}\`, \`query[A] \${known} from 203.0.113.2\`);
  },
});
`;

test.each(users)("has a name server on request, which knows one name, for $name", async (user) => {
  const { stdout, stderr } = await wirework(user, [
    "run",
    fileWith(NAME_SERVER, "named.ts"),
    "--json",
    "--known=www.lan.example",
  ]);
  expect(stderr).toBe("");
  expect(JSON.parse(stdout)).toMatchObject({ ok: true, checks: [{ ok: true }, { ok: true }, { ok: true }] });
});

test.each(users)("does not begin where the host has its uplink already, for $name", async (user) => {
  const file = fileWith(RECIPE, "outside.ts");
  const { status, stderr } = await wirework(user, ["run", file, "--uplink=docker0"]);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: expect.stringContaining('--uplink: the host has an interface "docker0"'),
  });
});
