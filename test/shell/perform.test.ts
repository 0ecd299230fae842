import { describe, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { type Builtin, print } from "../../lib/builtins/builtin.ts";
import type { Line, Redirection } from "../../lib/shell/template/session-line.ts";
import type { Command } from "../../lib/shell/template/words.ts";
import { performer } from "./on-this-machine.ts";

/** A line of commands in a pipe */
function line(first: readonly string[], ...others: readonly (readonly string[])[]): Line {
  const command = (argv: readonly string[]): Command => ({ argv, text: argv.join(" ") }) as Command;
  return {
    text: "",
    commands: [command(first), ...others.map(command)],
    redirection: null,
    stays: null,
    speaker: "article",
    irreversible: null,
    gives: null,
  };
}

function into(redirection: Redirection, argv: readonly string[]): Line {
  return { ...line(argv), redirection };
}

/** Prints its input after its arguments */
const say: Builtin = async (args, { input, output }) => {
  print(output, args.join(" "));
  if (input !== null) for await (const chunk of input) output(chunk);
  return 0;
};

/** Prints for ever, as fast as it is taken */
const babble: Builtin = async (_args, { output }) => {
  for (;;) {
    output(Buffer.from("babble\n"));
    await Bun.sleep(0);
  }
};

const failing: Builtin = async (_args, { errors }) => {
  print(errors, "no");
  return 3;
};

const here = performer({ say, babble, failing });

describe("a pipe", () => {
  test.each<[string, Line, number, string]>([
    ["of two programs", line(["printf", "b\na\n"], ["sort"]), 0, "a\nb\n"],
    ["of three", line(["printf", "b\na\n"], ["sort"], ["head", "-n1"]), 0, "a\n"],
    ["from a builtin to a program", line(["say", "hello"], ["tr", "l", "L"]), 0, "heLLo\n"],
    ["from a program to a builtin", line(["echo", "world"], ["say", "hello"]), 0, "hello\nworld\n"],
    ["of builtins", line(["say", "1"], ["say", "2"], ["say", "3"]), 0, "3\n2\n1\n"],
    ["whose first command fails", line(["false"], ["cat"]), 1, ""],
    ["whose first builtin fails", line(["failing"], ["cat"]), 3, ""],
    ["whose last command fails", line(["echo", "x"], ["sh", "-c", "cat; exit 4"]), 4, "x\n"],
    [
      "of which several fail, with the last one's status",
      line(["sh", "-c", "exit 3"], ["sh", "-c", "exit 4"], ["cat"]),
      4,
      "",
    ],
    ["that begins with what is not there", line(["no-such-program"], ["cat"]), 127, ""],
    ["that ends with what is not there", line(["yes"], ["no-such-program"]), 127, ""],
  ])("%s", async (_what, given, status, output) => {
    expect(await here.perform(given)).toMatchObject({ exitCode: status, stdout: output });
  });

  test.each<[string, Line, string]>([
    ["program", line(["yes"], ["head", "-n1"]), "y\n"],
    ["program at the beginning of several", line(["yes"], ["cat"], ["head", "-n1"]), "y\n"],
    ["builtin", line(["babble"], ["head", "-n1"]), "babble\n"],
    ["program whose reader reads nothing", line(["yes"], ["true"]), ""],
    ["program whose reader is a builtin that reads nothing", line(["yes"], ["failing"]), ""],
  ])(
    "ends an endless %s when its reader has had enough, and that is no failure of it",
    async (_what, given, output) => {
      const { exitCode, stdout, stderr } = await here.perform(given);
      expect({ stdout, stderr: stderr.replace("no\n", "") }).toEqual({ stdout: output, stderr: "" });
      expect([0, 3]).toContain(exitCode);
    },
  );

  test("passes on 20 MB, byte by byte", async () => {
    const { stdout } = await here.perform(line(["head", "-c20000000", "/dev/zero"], ["cat"], ["wc", "-c"]));
    expect(stdout.trim()).toBe("20000000");
  });

  test("makes a writer wait for a reader that is slow, instead of keeping it all", async () => {
    const before = process.memoryUsage.rss();
    const slow = line(["head", "-c2000000000", "/dev/zero"], ["sh", "-c", "sleep 0.5; head -c1 | wc -c"]);
    expect((await here.perform(slow)).stdout.trim()).toBe("1");
    expect(process.memoryUsage.rss() - before).toBeLessThan(100_000_000);
  });
});

describe("a builtin", () => {
  test("is found by its name only, and never by one that every object has", async () => {
    expect((await here.perform(line(["say", "x"]))).stdout).toBe("x\n");
    expect((await here.perform(line(["constructor"]))).exitCode).toBe(127);
    expect((await here.perform(line(["/say"]))).exitCode).toBe(127);
  });

  test("performs other commands with the same streams", async () => {
    const both: Builtin = async (args, { perform }) =>
      (await perform(["say", ...args])) + (await perform(["echo", ...args]));
    const { stdout } = await performer({ say, both }).perform(line(["both", "a b"]));
    expect(stdout).toBe("a b\na b\n");
  });
});

describe("a redirection", () => {
  const folder = mkdtempSync("/tmp/wirework-redirection-");
  const file = join(folder, "a file");
  const content = () => readFileSync(file, "utf8");

  test("writes to a file, and adds to it, with nothing left to print", async () => {
    expect((await here.perform(into({ operator: ">", file }, ["echo", "one"]))).stdout).toBe("");
    await here.perform(into({ operator: ">>", file }, ["say", "two"]));
    expect(content()).toBe("one\ntwo\n");
    await here.perform(into({ operator: ">", file }, ["echo", "three"]));
    expect(content()).toBe("three\n");
  });

  test("keeps every byte", async () => {
    await here.perform(into({ operator: ">", file }, ["printf", "\\377\\000\\r\\n"]));
    expect([...readFileSync(file)]).toEqual([255, 0, 13, 10]);
  });

  test("to where nothing can be written is a failure, and the command does not run", async () => {
    writeFileSync(file, "untouched");
    const nowhere = join(folder, "no/such/folder");
    const outcome = await here.perform(into({ operator: ">", file: nowhere }, ["sh", "-c", `echo x >'${file}'`]));
    expect(outcome).toMatchObject({ exitCode: 1, stderr: `${nowhere}: no such file or directory\n` });
    expect(content()).toBe("untouched");
  });

  test("of a command that fails keeps what it printed", async () => {
    const { exitCode } = await here.perform(into({ operator: ">", file }, ["sh", "-c", "echo half; exit 7"]));
    expect({ exitCode, content: content() }).toEqual({ exitCode: 7, content: "half\n" });
    rmSync(folder, { recursive: true });
  });
});
