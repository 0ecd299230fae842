/** Before a recipe runs again, what its lines did on the lab's host is undone, but for its containers. */
import { expect, test } from "bun:test";

import type { InverseStep } from "../../../lib/shell/invert/inversion.ts";
import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

const RUN = "docker run -d base";

/** What removes a container that a line has made */
function removal(id: string): InverseStep {
  const takes = { kind: "docker", thing: "container", docker: ["docker"], id, label: "wirework=1" } as const;
  return { kind: "command", argv: ["docker", "rm", "-f", id], takes, when: "in turn" };
}

/** What removes an entry of network namespaces that a line has made */
function removes(name: string): InverseStep {
  const takes = { kind: "netns", path: `/run/${name}`, inode: null } as const;
  return { kind: "command", argv: ["ip", "netns", "del", name], takes, when: "in turn" };
}

type Lines = readonly (readonly [text: string, ...steps: InverseStep[]])[];

/** What is undone of lines, one repair after the other, where commands end with that status; `null` has no journal */
function takenBack(status: number, ...repairs: readonly (Lines | null)[]) {
  return inNamespaces(
    async (exitCode: number, all: readonly (Lines | null)[]) => {
      const { existsSync, mkdirSync, rmSync, writeFileSync } = await import("node:fs");
      const { readJournal } = await import("../../../lib/labs/journal/read.ts");
      const { JournalWriter } = await import("../../../lib/labs/journal/write.ts");
      const { LAB_JOURNAL } = await import("../../../lib/labs/repair/repairable.ts");
      const { undoWiring } = await import("../../../lib/labs/repair/undo-wiring.ts");
      Bun.spawnSync(["mount", "-t", "tmpfs", "none", "/run"]);
      mkdirSync("/run/wirework-host");
      const ran: string[] = [];
      const performer = {
        run: async (argv: readonly string[]) => {
          ran.push(argv.join(" "));
          return exitCode;
        },
        perform: () => Promise.reject(new Error("nobody performs")),
        explain: () => null,
        knows: true,
        unknowns: "names",
      } as const;
      const seen: object[] = [];
      for (const lines of all) {
        rmSync(LAB_JOURNAL, { force: true });
        if (lines !== null) {
          using writer = JournalWriter.begin(LAB_JOURNAL, "mine", "a boot");
          for (const [text, ...steps] of lines) {
            writer.intend(text, steps);
            for (const { argv } of steps.filter((step) => step.kind === "command"))
              if (argv[0] === "ip") writeFileSync(`/run/${argv.at(-1)}`, "");
          }
        }
        const { made, left } = await undoWiring(performer);
        const kept = existsSync(LAB_JOURNAL) ? readJournal(LAB_JOURNAL)?.lines : null;
        seen.push({
          made: made.map(({ id, place }) => `${id} ${place}`),
          left: left.map(({ of }) => of),
          ran: ran.splice(0).filter((line) => !line.includes(" ps ")),
          journal: kept?.map(({ steps }) => [...steps.keys()]) ?? null,
        });
      }
      return seen;
    },
    status,
    repairs,
  );
}

const LINES: Lines = [
  [RUN, removal("a")],
  ["ip netns add n", removes("n")],
  // All that a line did which made a container goes with that
  [RUN, removal("b"), removes("m")],
  ["ip netns add o", removes("o")],
];

test("the wiring goes, the containers stay and are known, and the journal is done with", async () => {
  expect<unknown>(await takenBack(0, LINES)).toEqual([
    { made: ["a 0", "b 1"], left: [], ran: ["ip netns del o", "ip netns del n"], journal: null },
  ]);
});

test("what is left stays in the journal, and its containers are done with there", async () => {
  expect<unknown>(await takenBack(1, LINES)).toEqual([
    {
      made: ["a 0", "b 1"],
      left: ["ip netns add o", "ip netns add n"],
      ran: ["ip netns del o", "ip netns del n"],
      journal: [[], [0], [], [0]],
    },
  ]);
});

test("containers of an earlier repair stay known, also without a journal; a line that made one anew has that", async () => {
  const seen = await takenBack(0, null, LINES, null, [[RUN, removal("c")]], null);
  expect<unknown>(seen.map((one) => ("made" in one ? one.made : []))).toEqual([
    [],
    ["a 0", "b 1"],
    ["a 0", "b 1"],
    ["b 1", "c 0"],
    ["b 1", "c 0"],
  ]);
});
