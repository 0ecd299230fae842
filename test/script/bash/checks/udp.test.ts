/**
 * A datagram between two places, in a network of the test's own: what both ends see of each other.
 */
import { describe, expect, test } from "bun:test";
import { bothWays, NO_ANSWER_CAME } from "../../../support/messages.ts";

import { inOwnNetwork, printing } from "../in-bash.ts";

/** Places are the same network, but for one that is not there */
const NETWORK = `ip link set lo up
address_of() { [[ $1 == server ]] && echo 127.0.0.1 || echo "$1"; }
inside() { [[ $1 != nowhere ]] || { echo "no such place" >&2; return 1; }; shift; "$@"; }
OTHER=
other() { OTHER=" other $*"; [[ $1 != own ]]; }
say() { local STATUS=0; OTHER=; "$@" || STATUS=$?; echo "$STATUS $SEEN$OTHER"; }`;
const BOTH_WAYS = `${bothWays("a datagram", "127.0.0.1")}, the client is 127.0.0.1`;

function lines(...steps: readonly string[]) {
  return inOwnNetwork(["udp"], NETWORK, steps.join("\n"));
}

describe("a datagram", () => {
  test("goes both ways, in a shell that ends at a failure, and more than once", () => {
    const datagram = "datagram client server server 80";
    expect(lines(`${datagram}; echo "$SEEN"; say ${datagram}`)).toEqual(
      printing(BOTH_WAYS, `0 ${BOTH_WAYS} other client 127.0.0.1`),
    );
  });

  test("is to a port, and the server waits at the one behind it", () => {
    expect(lines("say datagram client server server 80:80")).toEqual(printing(`0 ${BOTH_WAYS}`));
    expect(lines("say datagram client server server 8080:80")).toEqual(printing(`1 ${NO_ANSWER_CAME}`));
  });

  test("proves nothing to the place that has the address itself", () => {
    expect(lines("say datagram own server server 80")).toEqual(printing(`1 ${BOTH_WAYS} other own 127.0.0.1`));
  });

  test("proves nothing where the server sees another address", () => {
    const inside = `inside() { shift; if [[ $3 == "$ASK_DATAGRAM" ]]; then echo 10.0.0.9; "$@" >/dev/null; else "$@"; fi; }`;
    expect(lines(inside, "say datagram client server server 80")).toEqual(
      printing(`1 ${bothWays("a datagram", "127.0.0.1")}, the client is 10.0.0.9`),
    );
  });

  test("needs a server and a client that can run", () => {
    expect(lines("say datagram client nowhere server 80")).toEqual(printing("1 no such place"));
    expect(lines("datagram client nowhere server 80 || echo failed")).toEqual(printing("failed"));
    expect(lines("say datagram nowhere server server 80")).toEqual(printing("1 no such place"));
    expect(lines("inside() { :; }", "say datagram client server server 80")).toEqual(printing("1 no server"));
  });

  test("is not answered by a server that has the port already, and doesn't know the question", () => {
    const theirs = `coproc THEIRS { perl -e "$SERVE_DATAGRAM" 80; }; THEIRS_PID=$!; read -r -u "\${THEIRS[0]}" LISTENS`;
    const steps = `${theirs}; echo "$LISTENS"; { say datagram client server server 80; } 2>/dev/null; kill "$THEIRS_PID"`;
    expect(lines(steps)).toMatchObject({ stdout: "listening\n1 Address already in use\n" });
  });

  test.each([
    ["the answer is another", "SERVE_DATAGRAM=${SERVE_DATAGRAM//pong/ping}"],
    ["the question is another", "ASK_DATAGRAM=${ASK_DATAGRAM/ping/other}"],
  ])("is not answered where %s", (_what, change) => {
    // Nothing that it could wait for will come
    const quick = "ASK_DATAGRAM=${ASK_DATAGRAM/can_read(3)/can_read(0.3)}";
    expect(lines(change, quick, "say datagram client server server 80")).toEqual(printing(`1 ${NO_ANSWER_CAME}`));
  });

  test("without a route says so by the name of the error", () => {
    expect(lines("say datagram client server 10.7.0.2 80")).toEqual(printing("1 ENETUNREACH"));
  });
});
