/**
 * What a daemon keeps of its own, and a script gives back: the address of docker0, and rules.
 */
import { describe, expect, test } from "bun:test";

import { bashText } from "../../../../lib/script/functions.ts";
import { inBash, printing } from "../in-bash.ts";

/** The functions, with files of the test's in the place of the machine's; its bridge is a folder */
function daemon(standIns: string, steps: string, has = true) {
  const text = bashText("undo-address")
    .replaceAll("/sys/class/net/docker0", has ? '"$SCRATCH"' : '"$SCRATCH/none"')
    .replaceAll("/etc/default/docker", '"$SCRATCH/docker"')
    .replaceAll(`"$SCRATCH/options"' "$SCRATCH/docker"`, `"$SCRATCH/options"' '"$SCRATCH/docker"`);
  return inBash(["docker-answers"], `${text}\n${standIns}`, `echo A=1 >"$SCRATCH/docker"\n${steps}`);
}

const ip = (...addresses: readonly string[]) =>
  `ip() { [[ $* == '-oneline -4 addr show dev docker0' ]] || return 9; ${addresses.map((address) => `echo '3: docker0    inet ${address} scope global docker0'; `).join("") || ":;"} }`;

describe("the address of docker0", () => {
  test.each([
    ["is noted", ip("172.17.42.1/16", "10.9.0.1/24"), true, "start_with 172.17.42.1/16 "],
    ["is not noted where it has none", ip(), true, ""],
    ["is not asked for where there is none", "ip() { echo asked; }", false, ""],
  ])("%s", (_what, standIns, has, noted) => {
    expect(daemon(standIns, 'undo_address; echo "${UNDOS[*]-}"', has)).toEqual(printing(noted));
  });

  describe("is given back to Docker,", () => {
    const DOCKER = `sudo() { if [[ $1 == service ]]; then echo "$*"; cat "$SCRATCH/docker"; return "\${FAILS-0}"; fi; "$@"; }
docker_answers() { echo answers; }`;
    const STEPS = 'STATUS=0; start_with 172.17.42.1/16 || STATUS=$?; echo "$STATUS"; cat "$SCRATCH/docker"';

    test("which stores it, and its file is as before", () => {
      expect(daemon(`${ip("10.9.0.1/24")}\n${DOCKER}`, STEPS)).toEqual(
        printing("service docker restart", "A=1", "DOCKER_OPTS=--bip=172.17.42.1/16", "answers", "0", "A=1"),
      );
    });

    test("also where that does not start", () => {
      expect(daemon(`${ip("10.9.0.1/24")}\n${DOCKER}\nFAILS=7`, STEPS)).toEqual(
        printing("service docker restart", "A=1", "DOCKER_OPTS=--bip=172.17.42.1/16", "7", "A=1"),
      );
    });

    test.each([
      ["has it", ip("172.17.42.1/16"), true],
      ["has none", ip(), true],
      ["is not there", ip("10.9.0.1/24"), false],
    ])("but not where docker0 %s", (_what, standIns, has) => {
      expect(daemon(`${standIns}\n${DOCKER}`, STEPS, has)).toEqual(printing("0", "A=1"));
    });
  });
});

describe("rules that are new", () => {
  /** Prints the rules that a table has now, from its file */
  const IPTABLES = `iptables() { [[ $1 == -t && $3 == -S ]] || return 9; cat "$SCRATCH/rules-$2"; }
iptables-restore() { echo "restore $*"; cat; }`;
  const STEPS = `printf '%s\\n' '-P FORWARD ACCEPT' '-A FORWARD -i b0 -j DROP' >"$SCRATCH/rules-filter"
echo '-A POSTROUTING -s 10.9.0.0/24 -j ACCEPT' >"$SCRATCH/rules-nat"
undo true; undo_rules b0 10.9.0.0/24
cat >>"$SCRATCH/rules-filter" <<'RULES'
-A FORWARD -i b0 -o b0 -m comment --comment "-A b0 \\"x\\" \\\\" -j DROP
-A FORWARD -i b00 -j DROP
-A FORWARD -i bx0 -o b0
-N b0
RULES
echo '-A POSTROUTING -s 10.9.0.0/24 -o b0 -j MASQUERADE' >>"$SCRATCH/rules-nat"`;

  test("are deleted, each once, where they have one of the words", () => {
    const back = 'for UNDO in "${UNDOS[@]}"; do eval "$UNDO"; done';
    expect(inBash(["undo-rules"], IPTABLES, `${STEPS}\n${back}`)).toEqual(
      printing(
        "restore --noflush",
        "*nat",
        "-D POSTROUTING -s 10.9.0.0/24 -o b0 -j MASQUERADE",
        "COMMIT",
        "restore --noflush",
        "*filter",
        '-D FORWARD -i b0 -o b0 -m comment --comment "-A b0 \\"x\\" \\\\" -j DROP',
        "-D FORWARD -i bx0 -o b0",
        "-N b0",
        "COMMIT",
      ),
    );
  });

  test("are told from those that were there when each was noted", () => {
    const again = `undo_rules b0; ls "$SCRATCH"`;
    expect(inBash(["undo-rules"], IPTABLES, `${STEPS}\n${again}`)).toEqual(
      printing("filter2", "filter4", "nat1", "nat3", "rules-filter", "rules-nat"),
    );
  });
});
