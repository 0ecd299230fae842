/**
 * What is mounted, loaded, or started and stays.
 */
import { expect, test } from "bun:test";

import { CannotUndo } from "../../../lib/shell/invert/cannot-undo.ts";
import { type Host, planFor, taken, wayBack } from "./host-with.ts";

function mounted(...ids: readonly number[]): Host {
  return { files: { "/proc/self/mountinfo": ids.map((id) => `${id} 1 0:25 / /m rw - tmpfs tmpfs rw\n`).join("") } };
}

test.each<[Host, Host, readonly (number | null)[]]>([
  [mounted(), mounted(5), [5]],
  [mounted(4), mounted(4, 5), [5]],
  [mounted(4), mounted(4), []],
])("a mount, with %j, then %j", async (before, after, made) => {
  const way = await wayBack("mount -t tmpfs none /m/", before, after);
  const ids = Object.values(before.files ?? {})
    .join("")
    .includes("4 1")
    ? [4]
    : [];
  const known = (id: number | null) => ({ kind: "mount", path: "/m", id, before: ids });
  expect<unknown>([way.planned, way.done]).toEqual([["umount /m"], made.map(() => "umount /m")]);
  expect([taken(way.steps), taken(way.completed)]).toEqual([[known(null)], made.map(known)]);
});

test.each([
  ..."-t x,--types x,-o ro,--options ro,-r,--read-only,-w,--rw,--read-write,-B,--bind,-R,--rbind,-n,--no-mtab,-v,--verbose,-o nosharedx"
    .split(",")
    .map((options) => [`mount ${options} a /m`, "undoable"]),
  ..."shared private slave unbindable rshared rprivate rslave runbindable remount ro,remount remount,ro"
    .split(" ")
    .map((option) => [`mount -o ${option} a /m`, "unknown"]),
  ["mount -l", "none"],
  ["mount", "none"],
  ["mount /m", "unknown"],
  ["mount --move a /m", "unknown"],
  ..."-r m,-vr m,--remove m".split(",").map((words) => [`modprobe ${words}`, "unknown"]),
  ..."-n m,--dry-run m,--show-depends m,-D m,-c,--showconfig".split(",").map((words) => [`modprobe ${words}`, "none"]),
  ["modprobe -v m", "undoable"],
])("`%s` is %s", (line, kind) => {
  expect(planFor(line).kind).toBe(kind as "none");
});

test.each([
  ["mount a /m/", "mounts a on /m/"],
  ["modprobe -v a b", "loads the module a and b"],
])("`%s` %s", (line, changes) => {
  expect(planFor(line)).toMatchObject({ changes });
});

test("a module is loaded only where it is there already", async () => {
  const host = { inodes: { "/sys/module/a_b_c": 1 } };
  expect(await wayBack("modprobe a-b-c", host)).toMatchObject({ planned: [], done: [] });
  const error: unknown = await wayBack("modprobe a-b-c d", host).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(CannotUndo);
  expect(error).toMatchObject({ command: "modprobe a-b-c d", cause: expect.stringContaining(" d ") });
});

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

test("of a name server that nobody saw start, nothing is left to end", async () => {
  expect((await wayBack(STAYS, {})).done).toEqual([]);
  expect((await wayBack(STAYS, { prints: { "pgrep --full --exact dnsmasq -k -C /dev/null": "7" } })).planned).toEqual(
    [],
  );
});
