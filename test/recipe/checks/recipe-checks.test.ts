/**
 * Checks, on real packets: each way to prove something, where it holds and where it does not.
 */
import { beforeAll, describe, expect, test } from "bun:test";
import { readFileSync } from "node:fs";
import { BYTES, BYTES_WENT, OWN_BYTES, OWN_DATAGRAM } from "../../support/messages.ts";

import type { RunReport } from "../../../lib/recipe/run/report.ts";
import { fileWith } from "../../support/recipe-file.ts";
import { users } from "../../support/machine/users.ts";
import { wirework } from "../../support/wirework.ts";

const CHOSEN = "ports from 49153 to 49900; with a later engine, from the kernel's ip_local_port_range";

const HOLDS = [
  "ping",
  "ping from the host",
  "ping of an address",
  "ping of the outside",
  "ping from the outside",
  "noPing of who has no route back",
  "tcp to the outside, as the host",
  "noTcp from the outside",
  "noPing, for that reason",
  "noPing, dropped",
  "noPing, rejected as expected",
  "tcp",
  "tcp to a server that is there",
  "tcp to a published port",
  "noTcp to one that isn't",
  "udp",
  "showsHostOf",
  "showsChosenPorts",
  "noTcp, for that reason",
  "noTcp, dropped",
  "counted",
  "uncounted",
  "same",
  "shows",
  "shows what a value is",
  "refuses",
  "lists",
  "hides",
  "meets",
  "unix",
  "unix of the host from itself",
  "noUnix",
  "meets in whatever order",
];

const bytesFrom = (address: string) => `${BYTES}, from ${address}`;
const hostOf = (network: string, other: string) => `an address of ${network}, not ${other}`;

/** What is expected, and what is seen instead */
const FAILS: Readonly<Record<string, readonly [expected: string, seen: RegExp]>> = {
  "ping of nobody": ["an answer", /^connect: Network is unreachable$/],
  "noPing of who answers": ["no answer", /^64 bytes from 172\.17\.0\.3: icmp_seq=1 ttl=64 time=\S+ ms$/],
  "noPing of what can't be reached": ["no answer", /^connect: Network is unreachable$/],
  "noPing, for another reason": ["prohibited", /^connect: Network is unreachable$/],
  "noPing, rejected": ["no answer", /^From \S+ icmp_seq=1 Packet filtered$/],
  "tcp without a route": [OWN_BYTES, /^ENETUNREACH$/],
  "tcp, dropped": [OWN_BYTES, /^ETIMEDOUT$/],
  "ping of who has no route back": ["an answer", /^connect: Network is unreachable$/],
  "tcp to one by loopback": [OWN_BYTES, /^\D* 172\.17\.42\.1,\D* 127\.0\.0\.1$/],
  "tcp to one that isn't": [OWN_BYTES, /^ECONNREFUSED$/],
  "noTcp to a published port": ["no connection", /^\D* 203\.0\.113\.1,\D*$/],
  "udp without a route": [OWN_DATAGRAM, /^ENETUNREACH$/],
  "udp to the outside, itself": [OWN_DATAGRAM, /^\D* 203\.0\.113\.2,\D* 172\.17\.0\.\d+$/],
  "udp to who does not listen there": [OWN_DATAGRAM, /^the server received nothing$/],
  "tcp to the outside, itself": [OWN_BYTES, /^\D* 203\.0\.113\.2,\D* 172\.17\.0\.2$/],
  "tcp to the outside, as another": [bytesFrom("203.0.113.3"), /^\D* 203\.0\.113\.2,\D* 172\.17\.0\.2$/],
  "tcp to the outside, without a route": [bytesFrom("203.0.113.2"), /^ENETUNREACH$/],
  "noTcp of what is open": ["no connection", /^\D* 172\.17\.0\.2,\D*$/],
  "noTcp without a route": ["no connection", /^ENETUNREACH$/],
  "noTcp, rejected": ["no connection", /^EHOSTUNREACH$/],
  "counted elsewhere": ["ten more", /^(\d+), then \1$/],
  "counted by no number": ["ten more", /^many$/],
  "counted with no answer": ["ten more", /^0, then 0, \S/],
  "uncounted of what is counted": ["no packet more", /^\d+, then \d+$/],
  "same of what differs": ["no difference", /^< a\n> b$/],
  "same of nothing": ["no difference", /^nothing$/],
  "same of a command that fails": ["no difference", /^< a\n< exit status 3\n> a$/],
  "shows in another order": ["b\na", /^a\nb$/],
  "shows what is not there": ["b", /^a$/],
  "shows of a command that fails": ["a", /^a\nexit status 3$/],
  "refuses what is done": ["a failure: done", /^done\nexit status 0$/],
  "refuses in other words": [
    "a failure: Permission denied",
    /^cat: \/nowhere: No such file or directory\nexit status 1$/,
  ],
  "lists too little": ["only a", /^a\nb$/],
  "noTcp to a server that is there": ["no connection", /^connected from 172\.17\.0\.2\b/],
  "showsHostOf a network that it is not in": [hostOf("10.0.0.0/8", "10.0.0.1"), /^2: eth0 inet 172\.17\.0\.2\/16 /],
  "showsHostOf its own address": [hostOf("172.17.0.0/16", "172.17.0.2"), /^2: eth0 inet 172\.17\.0\.2\/16 /],
  "showsChosenPorts below them": [CHOSEN, /^0\.0\.0\.0:49152\nthis engine chooses from 49153 to 49900$/],
  "showsChosenPorts above them": [CHOSEN, /^:49153\n:49901\nthis engine chooses from 49153 to 49900$/],
  "showsChosenPorts of nothing": [CHOSEN, /^this engine chooses from 49153 to 49900$/],
  "showsChosenPorts of a command that fails": [CHOSEN, /^:49153\nexit status 3$/],
  "hides what is there": ["no docker1, no lo", /^lo UNKNOWN /],
  "hides an address that is there": ["no 172.17.42.1", /^docker0 UP 172\.17\.42\.1\/16 /m],
  "hides several words that are there": ["no via b", /^a via b$/],
  "meets in another order": [
    "--dport 80 -j ACCEPT\n--sport 80 -j ACCEPT\n-j DROP",
    /^-A FORWARD -p tcp -j A\n-A A --sport/,
  ],
  "meets what is elsewhere": ["-j DROP", /^-A FORWARD -p tcp -j A\n/],
  "unix of another network": [BYTES, /^ECONNREFUSED$/],
  "noUnix of who has another one, which takes no more": ["ECONNREFUSED", /^(?:EAGAIN|EWOULDBLOCK)$/],
  "noUnix of its own network": ["ECONNREFUSED", new RegExp(`^${BYTES_WENT}$`)],
  "hides of a command that fails": ["no x", /^cat: \/nowhere: No such file or directory\nexit status 1$/],
};

/** What proves nothing, either way */
const ERRORS: Readonly<Record<string, RegExp>> = {
  "ping from who is gone": /^UnexpectedOutput: .*docker inspect .*\{\{\.State\.Pid\}\}.* "0".*process/,
  "noPing from who is gone": /^UnexpectedOutput: .* "0".*process/,
  "noPing of who is gone": /^UnexpectedOutput: .* "0".*process/,
  "noPing of who lacks an address": /^UnexpectedOutput: .*NetworkSettings.* ""/,
  "noTcp of another's address":
    /^Error: Cannot prove that 172\.17\.42\.1:80 is unreachable: two does not even reach it itself \(ECONNREFUSED\)$/,
  "unix of who is gone": /^UnexpectedOutput: .* "0".*process/,
  "meets in a loop": /^Error: Cannot follow a packet through A: its rules form a loop \(A → A\)$/,
  "counted to one's own address":
    /^Error: Cannot prove that 172\.17\.0\.2 is reached from one: one has 172\.17\.0\.2 itself$/,
  "ping of one's own address": /^Error: .*172\.17\.0\.2 .*\bone .*172\.17\.0\.2\b/,
  "tcp of a name from the outside": /^TypeError: .*"www" outside/,
  "noTcp of a name that nobody has": /^StepError: .*"nobody\.invalid" in one: .*\/etc\/hosts/,
};

describe.each(users)("for $name", (user) => {
  let report: RunReport;
  let outcomes: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const file = fileWith(readFileSync(`${import.meta.dir}/every-check.ts`, "utf8"), "every-check.ts");
    const { stdout, stderr } = await wirework(user, ["run", file, "--json"]);
    expect(stderr).toBe("");
    report = JSON.parse(stdout) as RunReport;
    // A check that failed fails the run, whoever catches its error
    expect(report.error?.kind).toBe("failed-check");
    outcomes = JSON.parse(report.steps.at(-1)?.commands.at(-1)?.stdout ?? "") as typeof outcomes;
  });

  test.each(HOLDS)("%s: holds", (name) => {
    expect(outcomes[name]).toBe("holds");
  });

  test.each(Object.entries(FAILS))("%s: fails, with what was expected and seen", (name, [expected, seen]) => {
    const [, saw = ""] = (outcomes[name] ?? "").split(`expected ${expected}, saw `);
    expect(outcomes[name]).toStartWith("CheckFailed: ");
    expect(saw).toMatch(seen);
  });

  test.each(Object.entries(ERRORS))("%s: is an error, and no proof", (name, message) => {
    expect(outcomes[name]).toMatch(message);
  });

  test("nothing was tried that is not said here, and the other way round", () => {
    expect(Object.keys(outcomes).toSorted()).toEqual(
      [...HOLDS, ...Object.keys(FAILS), ...Object.keys(ERRORS)].toSorted(),
    );
  });

  test("the document has each check that held or failed, and no other", () => {
    const { checks } = report;
    // Two more are the recipe's own waits
    expect(checks.filter(({ ok }) => ok)).toHaveLength(HOLDS.length + 2);
    expect(checks.filter(({ ok }) => !ok)).toHaveLength(Object.keys(FAILS).length);
    expect(checks.find(({ seen }) => seen === "ENETUNREACH")).toMatchObject({
      claim: 1,
      name: "",
      ok: expect.any(Boolean),
    });
    expect(checks.find(({ ran }) => ran === "echo a")).toMatchObject({ expected: "b", seen: "a", ok: false });
  });
});
