/**
 * Containers that a script starts and leaves, and the daemon that it waits for.
 */
import { describe, expect, test } from "bun:test";

import { inBash, printing } from "./in-bash.ts";

describe("a line that makes a container", () => {
  const STAND_INS = `docker() { echo "docker $*" >&2; echo removed; }
make() { echo "\${1-}"; kill -HUP $BASHPID; kill -INT $BASHPID; kill -TERM $BASHPID; return "\${2-0}"; }`;

  test.each([
    ["starts it, whatever signal comes", "make id1", "0 id1", ""],
    ["has its status, and leaves nothing of what did not start", "make id1 7", "7 id1", "docker rm -f id1\n"],
    ["has its status where none was made", "make '' 7", "7 ", ""],
  ])("%s", (_what, line, said, stderr) => {
    const steps = `STATUS=0; ID=$(container ${line}) || STATUS=$?; echo "$STATUS $ID"`;
    expect(inBash(["container"], STAND_INS, steps)).toEqual({ ...printing(said), stderr });
  });
});

describe("a container's shell is left", () => {
  const docker = (running: string) => `docker() {
  case $1 in
    kill) echo "docker $*" >&2; echo one ;;
    inspect) [[ $* == 'inspect --format {{.State.Running}} one' ]] || return 9; ${running} ;;
  esac
}
eventually() { "$@" && echo over || echo there; }`;

  test.each([
    ["echo true", "there"],
    ["echo false", "over"],
    ["echo gone >&2; return 1", "over"],
  ])("and docker inspect does %s: it is %s", (running, said) => {
    expect(inBash(["leave"], docker(running), "leave one")).toEqual({ ...printing(said), stderr: "docker kill one\n" });
  });
});

describe("Docker answers", () => {
  /** Time that passes only where it sleeps */
  const docker = (answersAt: number) => `unset SECONDS; SECONDS=5
docker() { [[ $* == version ]] || return 9; echo some; echo more >&2; echo asked >>"$SCRATCH/asked"; (($(wc -l <"$SCRATCH/asked") >= ${answersAt})); }
sleep() { SECONDS=$((SECONDS + 10)); }`;
  const STEPS = 'STATUS=0; docker_answers || STATUS=$?; echo "$STATUS $(wc -l <"$SCRATCH/asked")"';

  test.each([
    [1, "0 1"],
    [4, "0 4"],
  ])("when it is asked %d times", (answersAt, said) => {
    expect(inBash(["docker-answers"], docker(answersAt), STEPS)).toEqual(printing(said));
  });

  test("or not within thirty seconds", () => {
    expect(inBash(["docker-answers"], docker(9), STEPS)).toEqual({
      ...printing("1 4"),
      stderr: "test: Docker does not answer\n",
    });
  });

  test("or a signal comes", () => {
    expect(inBash(["docker-answers"], docker(9), `stop 130; ${STEPS}`)).toEqual({
      status: 130,
      stdout: "",
      stderr: "",
    });
  });
});
