/**
 * Programs that only look, by what they are told.
 */
import { expect, test } from "bun:test";

import { isHarmless } from "../../../lib/shell/invert/harmless.ts";

const ALWAYS = [
  "basename cat cmp cut df dig dirname du echo egrep expr false fgrep free getent grep groups head host hostid id jq ls",
  "lsmod lsns lsof lspci mountpoint nl nproc nslookup nstat od pgrep pidof ping ping6 printenv printf ps pwd readlink",
  "realpath rev seq sha256sum sleep stat strings tac tail test [ tracepath traceroute true tr tty uname uptime w wc",
  "whereis which who whoami",
].flatMap((line) => line.split(" "));

test.each(ALWAYS)("%s changes nothing, whatever it is told", (program) => {
  expect([isHarmless(program, []), isHarmless(program, ["-rf", "x"])]).toEqual([true, true]);
});

test.each(["rm", "sh", "constructor", "toString", "", "ech", "env"])("%j is none of them", (program) => {
  expect(isHarmless(program, [])).toBe(false);
});

/** Words that change something, and such as don't, by program */
const WORDS: Readonly<Record<string, readonly [changing: string, looking: string]>> = {
  arping: ["-U -A -bU", "-c -f -u -a 10.0.0.1"],
  conntrack: ["-D -F -I -U --delete --flush --create --update", "-L -E -C --dump xDx"],
  dmesg: ["-C -c -n -D -E -TC --clear --read-clear --console-off", "-T -H -w --human x-C"],
  "ip6tables-save": ["-f -cf --file", "-c -t --counters"],
  "iptables-save": ["-f -cf --file -M", "-c -t -tnat --counters"],
  journalctl: ["--rotate --vacuum-size=1 --flush --sync --setup-keys --update-catalog", "-u -f --unit x--flush"],
  less: ["-o -O -No --log-file=x --LOG-FILE=x", "-N -S file --no-init"],
  netstat: ["-K -aK", "-t -l -k"],
  sort: ["-o -no --output=x", "-n -u file --numeric-sort"],
  ss: ["-K -tK --kill -D -k", "-t -l -tlnp --tcp established"],
  tcpdump: ["-w -z -G -nw", "-n -i any -W"],
  arp: ["-d -s -an1 10.0.0.1", "-a -n -e -v -an"],
  busybox: ["rm sh wget", "nc 80 10.0.0.1"],
  date: ["-s 010100002030 --set=x --iso", "+%s -u -R -I -Iseconds --utc --iso-8601=date --rfc-3339=date --rfc-email"],
  hostname: ["other -F -b -ff", "-f -i -s -d -A -I -y"],
  hostnamectl: ["set-hostname hostname statuses", "status"],
  route: ["add del -A", "-n -e -v -F -C -4 -6 -nee"],
  ifconfig: ["-x", "-a -s eth0 br-1.7"],
};

const SINGLE = Object.entries(WORDS).flatMap(([program, [changing, looking]]) => [
  ...changing.split(" ").map((word) => [program, word, false] as const),
  ...looking.split(" ").map((word) => [program, word, true] as const),
]);

test.each(SINGLE)("%s %s: harmless is %p", (program, word, harmless) => {
  expect(isHarmless(program, [word])).toBe(harmless);
});

test.each(Object.keys(WORDS))("%s alone changes nothing", (program) => {
  expect(isHarmless(program, [])).toBe(true);
});

test.each<[string, boolean]>([
  ["ss -t -K", false],
  ["sort file -n -o out", false],
  ["arp -n -d", false],
  ["ss -tln sport = :80", true],
  ["iptables-save -t nat -f rules", false],
  ["ifconfig eth0 up", false],
  ["ifconfig eth0 eth1", false],
  ["date -u +%s", true],
])("`%s`: harmless is %p", (line, harmless) => {
  const [program = "", ...args] = line.split(" ");
  expect(isHarmless(program, args)).toBe(harmless);
});
