import { describe, expect, test } from "bun:test";

import { Transcript } from "../../lib/recipe/run/transcript.ts";
import { Page, type Printer } from "../../lib/step/page.ts";
import { NOTHING_CHANGED } from "../support/messages.ts";

/** What is written on a page of that width */
function written(write: (page: Page) => void, printer: Partial<Printer> = {}): readonly string[] {
  const lines: string[] = [];
  const whole: Printer = { write: (line) => void lines.push(line), colours: "plain", width: () => 80, ...printer };
  write(new Page(new Transcript(whole.write, whole.colours), whole));
  return lines;
}

const LINE = { text: "sudo ip netns exec 26 ip link set A up", prompt: "root@63f36fc01b5f:/# " };

describe("a line that waits stands behind its prompt, with what it does below", () => {
  test("in sentences, whose lines end before the window does", () => {
    const [blank, line, ...sentences] = written((page) => page.line(LINE), { width: () => 40 });
    expect([blank, line]).toEqual(["", "root@63f36fc01b5f:/# sudo ip netns exec 26 ip link set A up"]);
    expect(sentences.join(" ")).toStartWith("    the kernel sets A up,");
    expect(sentences.every((text) => text.startsWith("    ") && text.length <= 40)).toBe(true);
    expect(sentences.length).toBeGreaterThan(1);
  });

  test("which on a wide window get no longer than a page", () => {
    const lines = written((page) => page.line(LINE), { width: () => 500 }).slice(2);
    expect(Math.max(...lines.map((text) => text.length))).toBeLessThanOrEqual(100);
  });

  test("and in the smallest window are a word a line", () => {
    const [, , first, second] = written((page) => page.line(LINE), { width: () => 1 });
    expect([first, second]).toEqual(["    the", "    kernel"]);
  });

  test.each([
    { text: "frob A", sentences: ["    wirework does not know what frob changes"] },
    // No single command
    { text: "ip link | grep A", sentences: [] },
  ])("of `$text` it says what there is to say", ({ text, sentences }) => {
    expect(written((page) => page.line({ text, prompt: "$ " }))).toEqual(["", `$ ${text}`, ...sentences]);
  });
});

describe("what has changed", () => {
  const change = { sign: "+", where: "host", text: "inet 10.1.1.1/32 dev A" } as const;

  test("stands in further, a line each, with the network that it is in", () => {
    const changes = [change, { sign: "~", where: null, text: "A went from [host] to [1f1f4c1f931a]" }] as const;
    expect(written((page) => page.changes(changes))).toEqual([
      "    + [host] inet 10.1.1.1/32 dev A",
      "    ~ A went from [host] to [1f1f4c1f931a]",
    ]);
  });

  test("is said also where it is nothing", () => {
    expect(written((page) => page.changes([]))).toEqual([`    ${NOTHING_CHANGED}`]);
  });

  test("on a terminal is green where it is new, and what is aside is dim", () => {
    const lines = written((page) => (page.changes([change]), page.aside("so it is")), { colours: "colours" });
    expect(lines).toEqual([
      "    \u001b[32m+ [host] inet 10.1.1.1/32 dev A\u001b[39m",
      "\u001b[2m    so it is\u001b[22m",
    ]);
  });

  test("never sends a terminal what it would act on", () => {
    const text = "/etc/default/docker: \u001b[2J\u0007";
    expect(written((page) => page.changes([{ ...change, where: null, text }]))).toEqual([
      "    + /etc/default/docker: \\x1b[2J\\x07",
    ]);
  });
});

test("an undone line is shown with the lines that undid it", () => {
  const by = ["sudo ip link del A"];
  expect(written((page) => page.undone("sudo ip link add A type dummy", by))).toEqual([
    "    undone: sudo ip link add A type dummy",
    "    by:     sudo ip link del A",
  ]);
});
