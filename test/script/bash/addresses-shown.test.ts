/**
 * Addresses and ports in what a command prints, as the checks of a script see them.
 */
import { describe, expect, test } from "bun:test";

import { printing, tried } from "./in-bash.ts";

describe("an address beside one of its network", () => {
  test.each<readonly [network: string, printed: string, seen: string | null]>([
    ["10.1.2.3/24", "x\\ninet 10.1.2.4/24 up\\ninet 10.1.2.5", "inet 10.1.2.4/24 up"],
    ["10.1.2.3/24", "a 10.1.2.3 b 10.1.2.254", "a 10.1.2.3 b 10.1.2.254"],
    ["10.1.2.3/24", "10.1.2.1", "10.1.2.1"],
    ["10.1.2.3/24", "10.1.2.3", null],
    ["10.1.2.3/24", "10.1.2.0", null],
    ["10.1.2.3/24", "10.1.2.255", null],
    ["10.1.2.3/24", "10.1.3.4", null],
    ["10.1.2.3/24", "9.1.2.4", null],
    ["10.1.2.3/24", "010.1.2.4", "010.1.2.4"],
    ["10.1.2.3/24", "x10.1.2.4 10.1.2.4: 10.1.2 10.1.2.4.5 1010.1.2.4", null],
    ["10.1.2.3/30", "10.1.2.2", "10.1.2.2"],
    ["10.1.2.2/30", "10.1.2.3", null],
    ["10.1.2.2/31", "10.1.2.3", "10.1.2.3"],
    ["10.1.2.3/31", "10.1.2.2", "10.1.2.2"],
    ["10.1.2.3/31", "10.1.2.4", null],
    ["10.1.2.3/32", "10.1.2.4", null],
    ["200.1.2.3/1", "128.0.0.1", "128.0.0.1"],
    ["200.1.2.3/1", "127.0.0.1", null],
    ["10.1.2.3/24", "", null],
  ])("%s is seen in %j: %j", (network, text, seen) => {
    const [status, shown] = seen === null ? ["1", text === "" ? [] : [text]] : ["0", [seen]];
    expect(tried("shows-host-of", `shows_host_of ${network} -- say '${text}\\n'`)).toEqual(
      printing(status, ...shown.map((one) => one.replaceAll("\\n", "\n"))),
    );
  });

  test("is not seen in what a command prints that fails", () => {
    expect(tried("shows-host-of", "shows_host_of 10.1.2.3/24 -- say '10.1.2.4\\n' error 3")).toEqual(
      printing("3", "10.1.2.4error"),
    );
  });
});

describe("ports", () => {
  /** What the kernel of this machine says */
  const RANGE = "/proc/sys/net/ipv4/ip_local_port_range";
  const docker = (version: string) =>
    `docker() { [[ $* == "version --format {{.Server.Version}}" ]] && echo ${version}; }
     read -r FIRST LAST <${RANGE}`;

  test.each<readonly [version: string, lines: string, status: number]>([
    ["1.1", "0.0.0.0:49153\\n:49900", 0],
    ["1.1", ":49152", 1],
    ["1.1", ":49901", 1],
    ["1.1", ":49154\\n:80", 1],
    ["1.1", ":80\\n:49154", 1],
    ["1.1", ":49154 ", 0],
    ["1.1", ":49154 x", 1],
    ["1.1", "49154", 1],
    ["1.1", ":", 1],
    ["1.10", "$FIRST", 0],
    ["20.10.24", "$FIRST\\n$LAST", 0],
    ["20.10.24", "$((FIRST - 1))", 1],
    ["20.10.24", "$((LAST + 1))", 1],
  ])("as Docker %s chooses them are seen in %j: status %d", (version, lines, status) => {
    const text = lines.replaceAll("$", ":$");
    const { stdout } = tried("shows-chosen-ports", `shows_chosen_ports -- say "${text}\\n"`, docker(version));
    expect(stdout.split("\n")[0]).toBe(String(status));
  });

  test("are not seen in what a command prints that fails", () => {
    expect(tried("shows-chosen-ports", "shows_chosen_ports -- say ':49154\\n' error 3", docker("1.1"))).toEqual(
      printing("3", ":49154error"),
    );
  });
});
