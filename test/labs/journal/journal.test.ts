import { describe, expect, test } from "bun:test";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";

import { JournalError } from "../../../lib/labs/journal/journal-error.ts";
import { readJournal } from "../../../lib/labs/journal/read.ts";
import { JournalWriter } from "../../../lib/labs/journal/write.ts";
import { lastSum, NO_SUM, seal } from "../../../lib/labs/sealed.ts";
import { enteringNamed } from "../../../lib/resources/entering.ts";
import type { InverseStep } from "../../../lib/shell/invert/inversion.ts";
import { emptyFolder } from "../../support/recipe-file.ts";

const damaged = (line: number) => `its line ${line} is damaged`;

const noEntry = (line: number) => `its line ${line} is not a journal entry`;

const NO_JOURNAL = "it is not a journal";

/** Lines of a journal as somebody would have to write them who knows of the sums */
function sealed(...texts: readonly string[]): string {
  let sum = NO_SUM;
  return texts
    .map((text) => {
      const line = seal(text, sum);
      sum = lastSum(line);
      return `${line}\n`;
    })
    .join("");
}

const folder = emptyFolder("wirework-test-journal-");
let count = 0;

/** A step that undoes a link of that name */
function step(name: string): InverseStep {
  return {
    kind: "command",
    argv: ["ip", "link", "del", name],
    takes: { kind: "netns", path: `/var/run/netns/${name}`, inode: null },
    when: "in turn",
  };
}

/** A new journal's file, written so */
function written(write: (journal: JournalWriter) => void): string {
  const file = join(folder, `journal-${count++}`);
  using journal = JournalWriter.begin(file, "web", "a boot");
  write(journal);
  return file;
}

/** The words of the steps that are left of each line */
function standing(file: string) {
  const journal = readJournal(file);
  return journal?.lines.map(({ number, state, steps }) => ({
    number,
    state,
    steps: [...steps].map(([place, { kind, ...rest }]) => [place, "argv" in rest ? rest.argv.at(-1) : kind]),
  }));
}

const EXAMPLE = written((journal) => {
  const first = journal.intend("ip link add A type veth peer name B", [step("A?")]);
  journal.ended(first, 0, [step("A"), step("B")]);
  journal.intend("ip link add C type bridge", [step("C")]);
  journal.undone(first, 0);
});

test("a line that has ended stands with what was known then, an interrupted one with what was known before", () => {
  expect(standing(EXAMPLE)).toEqual([
    { number: 1, state: "ended", steps: [[1, "B"]] },
    { number: 2, state: "interrupted", steps: [[0, "C"]] },
  ]);
  expect(readJournal(EXAMPLE)?.head).toMatchObject({ journal: 3, lab: "web", boot: "a boot" });
});

test("only its owner can read it, and a second one can't be begun in its place", () => {
  expect(statSync(EXAMPLE).mode & 0o777).toBe(0o600);
  expect(() => JournalWriter.begin(EXAMPLE, "web", "a boot")).toThrow("EEXIST");
});

test("who goes on with one counts on", () => {
  const file = written((journal) => void journal.intend("one", [step("A")]));
  using journal = JournalWriter.resume(file, 1);
  expect(journal.intend("two", [])).toBe(2);
  expect(standing(file)?.map(({ number }) => number)).toEqual([1, 2]);
});

test("wherever its end is torn off, the whole lines before stand, and it can be written on", () => {
  const whole = readFileSync(EXAMPLE);
  const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([index]) => index + 1);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: whole.length }), (length) => {
      const file = join(folder, "torn");
      writeFileSync(file, whole.subarray(0, length));
      const lines = ends.filter((end) => end <= length).length;
      const journal = readJournal(file);
      expect(statSync(file).size).toBe(ends[lines - 1] ?? 0);
      if (lines === 0) {
        expect(journal).toBeNull();
        return;
      }
      using writer = JournalWriter.resume(file, journal?.lines.length ?? 0);
      const number = writer.intend("next", [step("N")]);
      expect(standing(file)?.at(-1)).toEqual({ number, state: "interrupted", steps: [[0, "N"]] });
    }),
  );
});

describe("a damaged journal is refused, and stays as it is:", () => {
  const whole = readFileSync(EXAMPLE, "latin1");
  const lines = whole.split(/(?<=\n)/);

  /** Reads a damaged copy; what of it is believed */
  function believed(text: string): readonly string[] | "nothing" {
    const file = join(folder, "damaged");
    writeFileSync(file, text, "latin1");
    try {
      return readJournal(file)?.sums ?? [];
    } catch (error) {
      expect(error).toBeInstanceOf(JournalError);
      expect(readFileSync(file, "latin1")).toBe(text);
      return "nothing";
    }
  }

  test("a bit that is another, but for the last line feed, without which a line is torn", () => {
    fc.assert(
      fc.property(fc.nat(whole.length - 2), fc.nat(7), (place, bit) => {
        const flipped = String.fromCharCode(whole.charCodeAt(place) ^ (1 << bit));
        const read = believed(whole.slice(0, place) + flipped + whole.slice(place + 1));
        expect(read).toBe("nothing");
      }),
    );
  });

  test("lines in another order, twice, or left out", () => {
    const places = fc.nat(lines.length - 1);
    fc.assert(
      fc.property(places, places, fc.constantFrom("moved", "twice", "left out"), (from, to, what) => {
        const damaged = [...lines];
        const [line = ""] = what === "twice" ? [lines[from]] : damaged.splice(from, 1);
        if (what !== "left out") damaged.splice(to, 0, line);
        // The last one has then not been written: see a lab's own record of it
        const isPrefix = whole.startsWith(damaged.join(""));
        expect(believed(damaged.join("")) === "nothing").toBe(!isPrefix);
      }),
    );
  });
});

test.each([
  ['{"journal":2,"lab":"web"}\n', "its version is 2, and this wirework reads only 3"],
  ['{"lab":"web"}\n', NO_JOURNAL],
  ["null\n", NO_JOURNAL],
  ["not json\n", damaged(1)],
  ['{"journal":3}\n', damaged(1)],
  [`${sealed('{"journal":3}')}{"intent":1,"te\n{"undone":1,"step":0}\n`, damaged(2)],
  [`${sealed('{"journal":3}')}null\n`, damaged(2)],
  [sealed('{"journal":3}', '{"meant":1}'), noEntry(2)],
  [sealed('{"journal":3}', '{"intent":2,"text":"","steps":[]}'), noEntry(2)],
  [sealed('{"journal":3}', '{"intent":1,"text":"","steps":[]}', '{"intent":1,"text":"","steps":[]}'), noEntry(3)],
  [sealed('{"journal":3}', '{"result":7,"exit":0,"steps":[]}'), noEntry(2)],
])("%j is refused, and not guessed", (text, cause) => {
  const file = join(folder, "bad");
  writeFileSync(file, text);
  expect(() => readJournal(file)).toThrow(
    expect.objectContaining({
      name: "JournalError",
      message: `Cannot undo the lines of ${file}`,
      cause,
      tryThis: expect.stringContaining(`sudo rm ${file}`),
    }),
  );
  expect(readFileSync(file, "utf8")).toBe(text);
});

test("what a full disk did not take is not half there", async () => {
  const file = written((journal) => void journal.intend("one", [step("A")]));
  const before = readFileSync(file);
  // The limit is the file's size and a few bytes more: of an entry, only a part can be written
  const script = `
    import { JournalWriter } from ${JSON.stringify(join(import.meta.dir, "../../../lib/labs/journal/write.ts"))};
    process.on("SIGXFSZ", () => {});
    using journal = JournalWriter.resume(${JSON.stringify(file)}, 1);
    try { journal.intend("two", []); console.log("written"); } catch (error) { console.log(error.code); }`;
  const limit = `prlimit --fsize=${before.length + 5} "$@"`;
  const running = Bun.spawn(["sh", "-c", limit, "sh", process.execPath, "--no-env-file", "-e", script], {
    stdout: "pipe",
    env: { ...process.env, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
  });
  expect(await running.stdout.text()).toBe("EFBIG\n");
  expect(readFileSync(file)).toEqual(before);
});

test("what enters a network is on the disk by its words, and is known again by them", () => {
  const network = { enter: enteringNamed("N"), inode: "7" };
  const takes = { kind: "setting", network, path: "/s", was: "0", made: "1" } as const;
  const link = { kind: "link", change: "made", network, name: "A", index: 7, mac: null } as const;
  const list = { of: "address", link: "A" } as const;
  const entry = { kind: "entry", network, list, family: "inet", words: "", before: [], change: "made", link } as const;
  const steps = [takes, entry].map((one): InverseStep => ({
    kind: "command",
    argv: ["ip"],
    takes: one,
    when: "in turn",
  }));
  const file = written((journal) => void journal.intend("a line", steps));
  expect(readFileSync(file, "utf8")).toContain('"network":{"enter":["ip","netns","exec","N"],"inode":"7"}');
  expect([...(readJournal(file)?.lines[0]?.steps.values() ?? [])]).toEqual(steps);
});

test.each(['"ip"', "[7]", "null", '{"words":["ip"]}'])("a journal in which %s enters a network is damaged", (enter) => {
  const file = written(() => {});
  const [head] = readFileSync(file, "utf8").split("\n");
  const intent = `{"intent":1,"text":"x","steps":[{"takes":{"network":{"enter":${enter}}}}]}`;
  writeFileSync(file, `${head}\n${seal(intent, lastSum(head ?? ""))}\n`);
  expect(() => readJournal(file)).toThrow(expect.objectContaining({ cause: damaged(2) }) as Error); // a matcher
});
