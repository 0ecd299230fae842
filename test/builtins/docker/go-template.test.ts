import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { compileTemplate } from "../../../lib/builtins/docker/go-template.ts";
import { TemplateFailure } from "../../../lib/builtins/docker/go-template/template-failure.ts";
import type { JsonValue } from "../../../lib/builtins/docker/go-template/values/json-value.ts";
// What Docker 20.10.24's own client printed for each template, given this document as a container's
import recorded from "./go-template/recorded.json";

const { document } = recorded;

type Row = { template: string; prints?: string; exit?: number; fails?: string };
const rows: readonly Row[] = recorded.rows;

function renderTemplate(template: string, document: JsonValue): string {
  return compileTemplate(template)(document);
}

function failureOf(template: string, value: JsonValue): TemplateFailure {
  try {
    renderTemplate(template, value);
  } catch (error) {
    if (error instanceof TemplateFailure) return error;
    throw error;
  }
  throw new Error(`${template} was rendered`);
}

describe("as Docker's own client, compileTemplate()", () => {
  const printing = rows.flatMap(({ template, prints }) => (prints === undefined ? [] : [[template, prints] as const]));
  test.each(printing)("prints %j as %j", (template, prints) => {
    expect(renderTemplate(template, document)).toBe(prints);
  });

  const failing = rows.flatMap(({ template, exit, fails }) =>
    fails === undefined ? [] : [[template, exit, fails] as const],
  );
  test.each(failing)("refuses %j with status %d: %s", (template, exit, fails) => {
    const failure = failureOf(template, document);
    expect(failure.message).toBe(`template parsing error: ${fails}`);
    expect<number | undefined>(failure.exitCode).toBe(exit);
  });
});

describe("where the client has Go's types to go by, compileTemplate()", () => {
  test.each([
    ['{{join .L "-"}}', { L: ["a", "b"] }, "a-b"],
    ["{{if .Z}}t{{else}}f{{end}}", { Z: 0 }, "f"],
    ["{{eq .Pid 4242}}", { Pid: 4242 }, "true"],
    ['{{printf "%04d" .Pid}}', { Pid: 42 }, "0042"],
    ["{{json .State}}", { State: { Status: "running", Pid: 0 } }, '{"Status":"running","Pid":0}'],
  ])("prints %j over %j as %j", (template, value, prints) => {
    expect(renderTemplate(template, value)).toBe(prints);
  });

  test.each(["define", "template", "block"])("says that it does not evaluate {{%s}}", (action) => {
    expect(failureOf(`{{${action} "x"}}`, null).message).toContain(`{{${action}}} is not among the actions`);
  });
});

describe("of any document, compileTemplate()", () => {
  const key = fc.oneof(fc.string(), fc.constantFrom("__proto__", "constructor", "toString", "a", "b"));
  const json = fc.letrec<{ value: JsonValue }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.constant(null),
      fc.boolean(),
      fc.integer(),
      fc.string({ unit: "grapheme" }),
      fc.array(tie("value"), { maxLength: 4 }),
      fc.array(fc.tuple(key, tie("value")), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    ),
  })).value;

  test("prints with json what parses back to the same", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(JSON.parse(renderTemplate("{{json .}}", value))).toEqual(value);
      }),
    );
  });

  test("visits every key of a map once, in the order of the bytes", () => {
    fc.assert(
      fc.property(fc.uniqueArray(key), (keys) => {
        const map = Object.fromEntries(keys.map((name) => [name, true]));
        const printed = renderTemplate("{{range $k, $v := .}}{{json $k}}\n{{end}}", map);
        const visited = printed
          .split("\n")
          .slice(0, -1)
          .map((line): string => JSON.parse(line));
        expect(visited).toEqual(keys.toSorted((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });

  test.each(["__proto__", "constructor", "hasOwnProperty", "toString"])(
    "knows no field %s that is not in it",
    (name) => {
      expect(failureOf(`{{.${name}}}`, {}).message).toEndWith(`map has no entry for key "${name}"`);
      expect(renderTemplate(`{{index . "${name}"}}`, {})).toBe("<no value>");
    },
  );

  test("prints a field called __proto__ that is in it", () => {
    expect(renderTemplate("{{.__proto__}}", JSON.parse('{"__proto__": "mine"}'))).toBe("mine");
  });
});

describe("of any text, compileTemplate()", () => {
  test("prints text without an action as it is", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }).filter((text) => !text.includes("{{")),
        (text) => {
          expect(renderTemplate(text, null)).toBe(text);
        },
      ),
    );
  });

  test("renders or fails with a TemplateFailure, whatever the pieces", () => {
    const pieces = rows.flatMap(({ template }) => template.match(/\{\{-?|-?\}\}|"[^"]*"|[.$]?\w+|\s+|\S/g) ?? []);
    const soup = fc.array(fc.constantFrom(...new Set(pieces)), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(soup, (words) => {
        const template = words.join("");
        try {
          expect(renderTemplate(template, document)).toBeString();
        } catch (error) {
          expect(error).toBeInstanceOf(TemplateFailure);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
