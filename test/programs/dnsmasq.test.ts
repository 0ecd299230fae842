/**
 * Which lines of dnsmasq are a name server that stays, and can be ended.
 */
import { expect, test } from "bun:test";

import { naming } from "../support/naming.ts";
import { planFor, wayBack } from "../shell/invert/host-with.ts";

const STAYS = "dnsmasq -k -C /dev/null";

const OPTIONS =
  "-q --log-queries --log-queries=extra --log-async=5 --log-debug -a_x --listen-address=x -p_5 --port=5 -i_x --interface=x -I_x " +
  "--except-interface=x -z --bind-interfaces --bind-dynamic -A_x --address=/a/1 --host-record=a --cname=a,b -Y_x --txt-record=x " +
  "--ptr-record=x -m_x --mx-host=x -W_x --srv-host=x -s_x --domain=x --local=x -S_x --server=x --rev-server=x -R --no-resolv " +
  "-r_x --resolv-file=x -n --no-poll -o --strict-order --all-servers -h --no-hosts -H_x --addn-hosts=x --hostsdir=x -E " +
  "--expand-hosts -b --bogus-priv -D --domain-needed -y --localise-queries -c_5 --cache-size=5 -N --no-negcache -T_5 " +
  "--local-ttl=5 --neg-ttl=5 --max-ttl=5 --min-cache-ttl=5 --max-cache-ttl=5 --stop-dns-rebind --rebind-localhost-ok " +
  "--rebind-domain-ok=x --local-service --local-service=host --no-round-robin --no-ident -u_x --user=x -g_x --group=x -8_- " +
  "--log-facility=daemon -d --no-daemon --keep-in-foreground --conf-file=/dev/null";

test.each(OPTIONS.split(" "))("dnsmasq %s is known", (option) => {
  expect(planFor(`${STAYS} ${option.replace("_", " ")}`)).toMatchObject({ changes: "starts a name server" });
});

test.each([
  ..."-d --no-daemon --keep-in-foreground".split(" ").map((option) => [`dnsmasq ${option} -C /dev/null`, "undoable"]),
  ["dnsmasq -k --conf-file=/dev/null", "undoable"],
  ["dnsmasq -C /dev/null", "unknown"],
  ["dnsmasq -k", "unknown"],
  ["dnsmasq -k -C /etc/x", "unknown"],
  ["dnsmasq -k -C /dev/null --conf-file=/x", "unknown"],
  [`${STAYS} -8 /var/log/x`, "unknown"],
  [`${STAYS} --log-facility=/x`, "unknown"],
  [`${STAYS} operand`, "unknown"],
  [`${STAYS} --dhcp-range=x`, "unknown"],
  ..."-v --version -w --help --help=dhcp --test".split(" ").map((option) => [`dnsmasq ${option}`, "none"]),
])("`%s` is %s", (line, kind) => {
  expect(planFor(line).kind).toBe(kind as "none");
});

test("one that only tests its options does what their file says, too", () => {
  expect(planFor("dnsmasq --test -C /etc/x")).toMatchObject({ kind: "unknown", reason: naming("/etc/x") });
});

test("of a name server that nobody saw start, nothing is left to end", async () => {
  expect((await wayBack(STAYS, {})).done).toEqual([]);
  expect((await wayBack(STAYS, { prints: { "pgrep --full --exact dnsmasq -k -C /dev/null": "7" } })).planned).toEqual(
    [],
  );
});
