/** Parses the output of `bun test --reporter=junit`. */
import { XMLParser } from "fast-xml-parser";

/** The result of one test */
export interface Result {
  readonly file: string;
  /** The name with its groups */
  readonly name: string;
  readonly outcome: "passed" | "failed" | "skipped";
}

interface Case {
  readonly name: string;
  readonly classname: string;
  readonly file: string;
  readonly failure?: unknown;
  readonly error?: unknown;
  readonly skipped?: unknown;
}

interface Suite {
  readonly testsuite?: readonly Suite[];
  readonly testcase?: readonly Case[];
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: "",
  parseAttributeValue: false,
  parseTagValue: false,
  isArray: (tag) => tag === "testsuite" || tag === "testcase",
  processEntities: false,
});

/** Parses a report into the results of its tests, in order */
export function resultsIn(report: string): readonly Result[] {
  const { testsuites } = parser.parse(report) as { readonly testsuites: Suite | "" }; // In Bun's format
  return testsuites === "" ? [] : casesOf(testsuites).map(resultOf);
}

function casesOf({ testsuite = [], testcase = [] }: Suite): readonly Case[] {
  return [...testcase, ...testsuite.flatMap(casesOf)];
}

function resultOf(one: Case): Result {
  const groups = one.classname === "" ? [] : [one.classname];
  const name = [...groups, one.name].map(textOf).join(" > ");
  if ("failure" in one || "error" in one) return { file: one.file, name, outcome: "failed" };
  return { file: one.file, name, outcome: "skipped" in one ? "skipped" : "passed" };
}

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function textOf(attribute: string): string {
  return attribute.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
