import { describe, expect, test } from "bun:test";
import { basename, join } from "node:path";
import { Glob } from "bun";

import { type BashFunction, bashText, functionsText, programsOf } from "../../lib/script/functions.ts";

const FOLDER = join(import.meta.dir, "../../lib/script/bash");

/** Parts of a script that it has once, beside its functions */
const PARTS = ["held", "keep", "main", "start", "start-alone", "start-netfilter", "trap-failure", "usage"];

const FILES = [...new Glob("**/*.sh").scanSync(FOLDER)].map((file) => basename(file, ".sh"));
const NAMES = FILES.filter((name) => !PARTS.includes(name)) as readonly BashFunction[]; // each file has its entry: see below

/** What bash reads of a text: no comments, and no other language */
function code(text: string): string {
  return text.replace(/<<'PERL'\n[^]*?\nPERL\n/g, "\n").replace(/^ *#.*$/gm, "");
}

function definedIn(text: string): readonly string[] {
  return [...code(text).matchAll(/^(\w+)\(\) [{(]$/gm)].map(([, name = ""]) => name);
}

const OWNERS = new Map(NAMES.flatMap((file) => definedIn(bashText(file)).map((name) => [name, file] as const)));

/** The functions that a text calls: where a command's name stands, or as words of one that runs others */
function calledIn(text: string): readonly string[] {
  const before = String.raw`(?:^|[;({!]|\$\(|&&|\|\||\bif|\buntil|\beventually|\bundone|\bundo|\bundo_last|then|do) *`;
  return [...OWNERS.keys()].filter((name) => new RegExp(`${before}${name}(?=[ ;)\n]|$)`, "m").test(code(text)));
}

// With pipefail, a writer that nobody listens to any more makes the whole pipeline fail, in some of many runs
test.each(FILES)("%s reads to its end what another program writes", (file) => {
  const text = code(bashText(file));
  expect(text).not.toMatch(/(?<!\|)\|\s*(?:grep (?:-\S+ )*-\w*[qm]|head\b|awk '[^'{}]*\{[^'{}]*\bexit\b)/);
});

describe.each([...NAMES])("%s", (name) => {
  const texts = functionsText(new Set([name]));

  test("comes with all the functions that it calls, each once", () => {
    const defined = texts.flatMap(definedIn);
    expect(defined).toEqual([...new Set(defined)]);
    expect(texts.flatMap(calledIn).filter((called) => !defined.includes(called))).toEqual([]);
  });

  test("names the programs that it runs", () => {
    const run = ["perl", "ping", "nsenter", "iptables"].filter((program) =>
      new RegExp(`(?:^|[ (])${program} `, "m").test(
        texts
          .map(code)
          .join("\n")
          .replace(/'iptables '/g, ""),
      ),
    );
    // What undoes rules is noted only where the recipe itself types iptables, or Docker does
    const programs = programsOf(new Set([name]));
    expect(run.filter((program) => !programs.includes(program))).toEqual([]);
  });
});

test.each<BashFunction>([
  "ping",
  "no-ping",
  "tcp",
  "no-tcp",
  "udp",
  "counted",
  "same",
  "shows",
  "lists",
  "refuses",
  "hides",
  "shows-host-of",
  "shows-chosen-ports",
  "meets",
  "unix",
])("%s, a way to prove something, comes with what proves it", (name) => {
  expect(functionsText(new Set([name]))).toContain(bashText("check"));
});

test("what is wanted twice, or by several, is there once, and before what calls it", () => {
  const texts = functionsText(new Set<BashFunction>(["tcp", "udp", "undo-netns", "undo-folder"]));
  expect(texts).toEqual(
    (["undo", "undo-folder", "undo-netns", "check", "inside", "tcp", "udp"] as const).map((file) => bashText(file)),
  );
});
