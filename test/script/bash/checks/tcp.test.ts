/**
 * A connection between two places, in a network of the test's own: what both ends see of each other.
 */
import { describe, expect, test } from "bun:test";
import { bothWays, serverWasThere } from "../../../support/messages.ts";

import { inBash, inOwnNetwork, printing } from "../in-bash.ts";

/** Places are the same network; each that is entered is noted, but for a place without programs */
const NETWORK = `ip link set lo up
address_of() { [[ $1 == server ]] && echo 127.0.0.1 || echo "$1"; }
inside() { [[ $1 != nowhere ]] || { echo "no such place" >&2; return 1; }; shift; "$@"; }
other() { echo "other $*"; }
say() { local STATUS=0; "$@" || STATUS=$?; echo "$STATUS $SEEN"; }`;
const BOTH_WAYS = `${bothWays("bytes", "127.0.0.1")}, the client is 127.0.0.1`;

function lines(...steps: readonly string[]) {
  return inOwnNetwork(["tcp"], NETWORK, steps.join("\n"));
}

describe("a connection", () => {
  test("goes both ways, in a shell that ends at a failure, and more than once", () => {
    const exchange = "exchange client server server 80 3";
    expect(lines(`${exchange}; echo "$SEEN"; say ${exchange}`)).toEqual(printing(BOTH_WAYS, `0 ${BOTH_WAYS}`));
  });

  test("is to a port, and the server listens on the one behind it", () => {
    expect(lines("say exchange client server server 8080:80 3")).toEqual(printing("1 ECONNREFUSED"));
    expect(lines("say exchange client server server 80:80 3")).toEqual(printing(`0 ${BOTH_WAYS}`));
  });

  test("is seen as from the address that is told, or is not proved", () => {
    expect(
      lines("say exchange client server server 80 3 127.0.0.1", "say exchange client server server 80 3 10.0.0.1"),
    ).toEqual(printing(`0 ${BOTH_WAYS}`, `1 ${BOTH_WAYS}`));
  });

  test("is seen by the server as from another address", () => {
    const inside = `inside() { shift; if [[ $3 == "$ASK" ]]; then echo 10.0.0.9; "$@" >/dev/null; else "$@"; fi; }`;
    const seen = `${bothWays("bytes", "127.0.0.1")}, the client is 10.0.0.9`;
    expect(
      lines(inside, "say exchange client server server 80 3", "say exchange client server server 80 3 127.0.0.1"),
    ).toEqual(printing(`1 ${seen}`, `0 ${seen}`));
  });

  test("is to the server that has the port already", () => {
    const taken = `coproc THEIRS { perl -e "$SERVE" 80; }; THEIRS_PID=$!; read -r -u "\${THEIRS[0]}" LISTENS; exec {TO}>&"\${THEIRS[1]}"`;
    const seen = serverWasThere("127.0.0.1");
    const quiet = `{ ${["", " 127.0.0.1", " 10.0.0.1"].map((peer) => `say exchange client server server 80 3${peer}`).join("; ")}; } 2>/dev/null`;
    expect(lines(`${taken}; echo "$LISTENS"; ${quiet}; kill "$THEIRS_PID"`)).toMatchObject({
      stdout: printing("listening", `0 ${seen}`, `0 ${seen}`, `1 ${seen}`).stdout,
    });
  });

  test("needs a server and a client that can run", () => {
    expect(lines("say exchange client nowhere server 80 3")).toEqual(printing("2 no such place"));
    expect(lines("exchange client nowhere server 80 3 || echo failed")).toEqual(printing("failed"));
    expect(lines("say exchange nowhere server server 80 3")).toEqual(printing("1 no such place"));
    const silent = "inside() { :; }";
    expect(lines(silent, "say exchange client server server 80 3")).toEqual(printing("2 no server"));
    expect(lines("say exchange client server server 0x 3")).toMatchObject({ stdout: expect.stringMatching(/^[12] /) });
  });

  test("that nobody answers is none", () => {
    const perl = `SERVE=\${SERVE//pong/ping}`;
    expect(lines(perl, "say exchange client server server 80 3")).toEqual(printing("1 127.0.0.1"));
  });

  test("from which something else is asked is not answered", () => {
    const perl = `ASK=\${ASK/ping/other}`;
    expect(lines(perl, "say exchange client server server 80 3")).toEqual(printing("1 127.0.0.1"));
  });

  test("of a packet that is dropped says so by the name of the error", () => {
    const network = `ip link add d0 type veth peer name d1; ip addr add 10.9.0.1/24 dev d0; ip link set d0 up; ip link set d1 up
ip neigh add 10.9.0.2 lladdr 02:00:00:00:00:02 dev d0`;
    expect(lines(network, "say exchange client server 10.9.0.2 80 0.1")).toEqual(printing("1 ETIMEDOUT"));
    expect(lines(network, "say exchange client server 10.7.0.2 80 0.1")).toEqual(printing("1 ENETUNREACH"));
  });
});

describe("a connection proves", () => {
  const exchange = (status: number) => `exchange() { echo "$*"; return ${status}; }
address_of() { echo "address of $1"; }\nother() { echo "other $*"; [[ $* != *own* ]]; }`;
  const say = (line: string, status = 0) =>
    inBash(["no-tcp"], exchange(status), `STATUS=0; ${line} || STATUS=$?; echo $STATUS`);

  test.each([
    ["connects one two three 80", ["one two three 80 3", "other one address of three", "0"]],
    ["connects one two own 80", ["one two own 80 3", "other one address of own", "1"]],
    ["connects one one three 80", ["one one three 80 3", "0"]],
    ["connects one two three 8080:80", ["one two three 8080:80 3", "0"]],
    ["connects_as 10.1.1.1 one two three 80", ["one two three 80 3 10.1.1.1", "other one address of three", "0"]],
    ["connects_as 10.1.1.1 one two own 80", ["one two own 80 3 10.1.1.1", "other one address of own", "1"]],
    ["connects_as 10.1.1.1 one two three 8080:80", ["one two three 8080:80 3 10.1.1.1", "0"]],
  ])("%s: %j", (line, said) => {
    expect(say(line)).toEqual(printing(...said));
  });

  test.each([
    ["connects one two three 80", "one two three 80 3"],
    ["connects_as 10.1.1.1 one two three 80", "one two three 80 3 10.1.1.1"],
  ])("nothing where there is none: %s", (line, said) => {
    expect(say(line, 2)).toEqual(printing(said, "2"));
  });
});

describe("no connection", () => {
  const exchange = (own: number, status: number, seen: string) => `exchange() {
  echo "$*"
  if [[ $1 == "$2" ]]; then SEEN=own; return ${own}; fi
  SEEN='${seen}'; return ${status}
}`;

  test.each<readonly [port: string, own: number, status: number, seen: string, said: readonly string[]]>([
    ["80", 0, 1, "ETIMEDOUT", ["two two three 80 1", "one two three 80 0.5", "0 ETIMEDOUT"]],
    ["8080:80", 0, 1, "ETIMEDOUT", ["two two 127.0.0.1 80 1", "one two three 8080:80 0.5", "0 ETIMEDOUT"]],
    ["80", 0, 1, "ECONNREFUSED", ["two two three 80 1", "one two three 80 0.5", "1 ECONNREFUSED"]],
    ["80", 0, 0, "ETIMEDOUT", ["two two three 80 1", "one two three 80 0.5", "1 ETIMEDOUT"]],
    ["80", 0, 2, "ETIMEDOUT", ["two two three 80 1", "one two three 80 0.5", "1 ETIMEDOUT"]],
    ["80", 1, 1, "ETIMEDOUT", ["two two three 80 1", "1 two does not even reach it itself (own)"]],
  ])("to %s: %#", (port, own, status, seen, said) => {
    const steps = `STATUS=0; no_connection one two three ${port} ETIMEDOUT || STATUS=$?; echo "$STATUS $SEEN"`;
    expect(inBash(["no-tcp"], exchange(own, status, seen), steps)).toEqual(printing(...said));
  });
});
