/**
 * Keys and pastes on their way to a program, and what is said of it below the line.
 */
import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { Typing } from "../../lib/paste/typing.ts";
import { OF_ARTICLE, ofArticle } from "./words.ts";

/** Somebody at a terminal */
class Person {
  readonly #typing = new Typing((words) => `(${words})\r\n`);

  /** What the program reads of it */
  type(keys: string | Uint8Array): string {
    return Buffer.from(this.#typing.typed(Buffer.from(keys))).toString();
  }

  paste(text: string): string {
    return this.type(`\x1b[200~${text}\x1b[201~`);
  }

  /** What is seen of what the program shows */
  see(shown: string): string {
    return Buffer.from(this.#typing.shown(Buffer.from(shown))).toString();
  }
}

const BRACKETED = (text: string) => `\x1b[200~${text}\x1b[201~`;

test("keys go through one by one, whatever they are", () => {
  const person = new Person();
  for (const key of [
    ..."$ ip\r$$ a\t",
    "\x1b",
    "\x1b[A",
    "\x1b[2~",
    "\x1b[20~",
    "\x1bOP",
    "\x03",
    "\x10\x11",
    "é",
    "\x7f",
  ])
    expect(person.type(key)).toBe(key);
});

test("bytes that are no UTF-8 go through as well, and what is mended is around them", () => {
  const typing = new Typing(() => "");
  const typed = (text: string) => Buffer.from(typing.typed(Buffer.from(text, "latin1"))).toString("latin1");
  expect(typed("\xff\xa0\r")).toBe("\xff\xa0\r");
  expect(typed("$ \xff\xc2\xa0\xa0\r")).toBe("\xff \xa0\r");
});

describe("a paste is mended", () => {
  test.each([
    ["in brackets", BRACKETED("$\u00a0ip\u00a0a"), BRACKETED("ip a")],
    ["in brackets, of several lines", BRACKETED("$ ip a\r$ ip r\r\n"), BRACKETED("ip a\rip r\n")],
    [
      "two, and a key behind them",
      `${BRACKETED("$ a; ")}${BRACKETED("b\u00a0c")}\r`,
      `${BRACKETED("a; ")}${BRACKETED("b c")}\r`,
    ],
    ["without brackets", "$\u00a0ip\u00a0a", "ip a"],
    ["without brackets, of several lines", "$$ ip a\r$$ ip r\r", "ip a\rip r\r"],
  ])("%s", (_, pasted, read) => {
    expect(new Person().type(pasted)).toBe(read);
  });

  test("wherever it is cut into pieces", () => {
    const text = BRACKETED("$\u00a0ip\u00a0a\r$ ip r");
    for (let cut = "\x1b[2".length; cut < Buffer.from(text).length; cut++) {
      const person = new Person();
      const bytes = Buffer.from(text);
      expect(person.type(bytes.subarray(0, cut)) + person.type(bytes.subarray(cut))).toBe(BRACKETED("ip a\rip r"));
    }
  });

  test("also where a piece without brackets ends within a character", () => {
    const person = new Person();
    const bytes = Buffer.from("ip\u00a0a");
    expect(person.type(bytes.subarray(0, 3)) + person.type(bytes.subarray(3))).toBe("ip a");
  });
});

describe("a prompt is one at a line's beginning only", () => {
  test.each([
    ["", "ls"],
    ["ls\r", "ls"],
    ["ls\x15", "ls"],
    ["echo ", "$ ls"],
  ])("behind %j", (typed, pasted) => {
    const person = new Person();
    for (const key of typed) person.type(key);
    expect(person.paste("$ ls")).toBe(BRACKETED(pasted));
  });

  test("behind a paste that ended its line", () => {
    const person = new Person();
    person.paste("ls\r");
    expect(person.paste("$ ls")).toBe(BRACKETED("ls"));
  });
});

test.each(["47", "1047", "1049"])("what has a screen of its own gets what was pasted, %s", (mode) => {
  const person = new Person();
  person.see(`\x1b[?${mode}`);
  person.see("h");
  expect(person.paste("$ a\u00a0b")).toBe(BRACKETED("$ a\u00a0b"));
  expect(person.type("$ a\u00a0b")).toBe("$ a\u00a0b");
  person.see(`\x1b[?${mode}lbye`);
  expect(person.paste("$ a\u00a0b")).toBe(BRACKETED("a b"));
});

describe("what was mended is said below the line", () => {
  test("of a shell that wants brackets: once it reads no line any more", () => {
    const person = new Person();
    person.see("\x1b[?2004h# ");
    person.paste("$ ip a\r$ ip r");
    expect(person.see("ip a\r\nip r")).toBe("ip a\r\nip r");
    person.type("\r");
    expect(person.see("ip a\r\nip r")).toBe("ip a\r\nip r");
    expect(person.see("\r\n\x1b[?2004l\routput\r\n")).toBe("\r\n\x1b[?2004l\r(mended 2 prompts)\r\noutput\r\n");
    expect(person.see("more\r\n")).toBe("more\r\n");
  });

  test("of any other: once the line has ended", () => {
    const person = new Person();
    person.see("before\r\n");
    person.type("$ ip a\r");
    expect(person.see("ip")).toBe("ip");
    expect(person.see(" a\r\noutput\r\n")).toBe(" a\r\n(mended the prompt $)\r\noutput\r\n");
  });

  test("all of a line together", () => {
    const person = new Person();
    person.paste("$ ip\u00a0a");
    person.paste("\u00a0show");
    person.type("\r");
    expect(person.see("\r\n")).toBe("\r\n(mended 2 non-breaking blanks, the prompt $)\r\n");
  });

  test("and which of its values are the article's own, each once", () => {
    const person = new Person();
    person.paste("$ ip netns exec 2989 ping 10.1.1.2; docker inspect 1f1f4c1f931a; ls /proc/2989");
    person.type("\r");
    const values = ofArticle("2989 and 1f1f4c1f931a", "are", "docker inspect and docker ps show");
    expect(person.see("\r\n")).toBe(`\r\n(mended the prompt $; ${values})\r\n`);
  });

  test("however many pieces of one paste have it, and not when it is in what the article prints", () => {
    const person = new Person();
    person.paste("pid=2989; echo 2989 ");
    person.paste("3004 12e343489d2f 2989");
    person.type("\r");
    const values = ofArticle("2989, 3004 and 12e343489d2f", "are", "docker inspect and docker ps show");
    expect(person.see("\r\n")).toBe(`\r\n(${values})\r\n`);
    person.paste("$ pwd\r2989");
    person.type("\r");
    const comment = `${OF_ARTICLE} became a comment`;
    expect(person.see("\r\n")).toBe(`\r\n(mended the prompt $; ${comment})\r\n`);
  });

  test("not of a line that was given up", () => {
    const person = new Person();
    person.paste("$ ip a");
    person.type("\x03");
    person.type("\r");
    expect(person.see("^C\r\n# \r\n")).toBe("^C\r\n# \r\n");
  });
});

test("what is shown goes through to the byte, in any pieces", () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 20 })), (chunks) => {
      const typing = new Typing(() => "never");
      for (const chunk of chunks) expect(Buffer.from(typing.shown(chunk))).toEqual(Buffer.from(chunk));
    }),
  );
});
