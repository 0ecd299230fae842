/**
 * A connection to an abstract socket of another place, which only a network of its own keeps apart.
 */
import { describe, expect, test } from "bun:test";
import { BYTES_WENT } from "../../../support/messages.ts";

import { inBash, inOwnNetwork, printing } from "../in-bash.ts";

/** A place that is not there, one with another network, and all others are this one */
const NETWORK = `inside() {
  local PLACE=$1
  shift
  case $PLACE in
    nowhere) echo 'no such place' >&2; return 1 ;;
    elsewhere) unshare --net "$@" ;;
    *) "$@" ;;
  esac
}
say() { local STATUS=0; "$@" || STATUS=$?; echo "$STATUS $SEEN"; }`;

function lines(...steps: readonly string[]) {
  return inOwnNetwork(["unix"], NETWORK, steps.join("\n"));
}

describe("an abstract socket", () => {
  test("answers, in a shell that ends at a failure, and more than once", () => {
    expect(lines('exchange_unix client server @one; echo "$SEEN"; say connects_unix client server @one')).toEqual(
      printing(BYTES_WENT, `0 ${BYTES_WENT}`),
    );
  });

  test("has a name without the mark of abstract ones", () => {
    const names = `coproc THEIRS { perl -e "$SERVE_UNIX" @one; }; THEIRS_PID=$!; read -r -u "\${THEIRS[0]}" LISTENS
echo "$LISTENS"; grep -o '@.*' /proc/net/unix; { say exchange_unix client server @one; } 2>/dev/null; kill "$THEIRS_PID"`;
    expect(lines(names)).toMatchObject({ stdout: "listening\n@one\n0 connected to the existing server\n" });
  });

  test("is refused in another network", () => {
    expect(lines("say exchange_unix elsewhere server @one")).toEqual(printing("1 ECONNREFUSED"));
    expect(lines("say no_unix_connection elsewhere server @one")).toEqual(printing("0 ECONNREFUSED"));
    expect(lines("say no_unix_connection client server @one")).toEqual(printing(`1 ${BYTES_WENT}`));
  });

  test("needs a server and a client that can run", () => {
    expect(lines("say exchange_unix client nowhere @one")).toEqual(printing("2 no such place"));
    expect(lines("exchange_unix client nowhere @one || echo failed")).toEqual(printing("failed"));
    expect(lines("say exchange_unix nowhere server @one")).toEqual(printing("1 no such place"));
    expect(lines("inside() { :; }", "say exchange_unix client server @one")).toEqual(printing("2 no server"));
  });

  test.each([
    ["the answer is another", "SERVE_UNIX=${SERVE_UNIX//pong/ping}"],
    ["the question is another", "ASK_UNIX=${ASK_UNIX/ping/other}"],
  ])("does not answer where %s", (_what, change) => {
    expect(lines(change, "say exchange_unix client server @one")).toEqual(printing("1 "));
  });
});

describe("no connection", () => {
  test.each<readonly [own: number, status: number, seen: string, said: readonly string[]]>([
    [0, 1, "ECONNREFUSED", ["two two @one", "one two @one", "0 ECONNREFUSED"]],
    [0, 0, "ECONNREFUSED", ["two two @one", "one two @one", "1 ECONNREFUSED"]],
    [0, 2, "ECONNREFUSED", ["two two @one", "one two @one", "1 ECONNREFUSED"]],
    [0, 1, "ETIMEDOUT", ["two two @one", "one two @one", "1 ETIMEDOUT"]],
    [1, 1, "ECONNREFUSED", ["two two @one", "1 two does not even reach it itself (own)"]],
  ])("where it answers itself with %d, and another with %d %s", (own, status, seen, said) => {
    const exchange = `exchange_unix() {
  echo "$*"
  if [[ $1 == "$2" ]]; then SEEN=own; return ${own}; fi
  SEEN=${seen}; return ${status}
}`;
    const steps = 'STATUS=0; no_unix_connection one two @one || STATUS=$?; echo "$STATUS $SEEN"';
    expect(inBash(["unix"], exchange, steps)).toEqual(printing(...said));
  });
});
