/**
 * Where labs are remembered, and whom that folder is refused from.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { chmodSync, chownSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { LabMachine } from "../../support/machine/lab-machine.ts";
import { webRecipe } from "../../support/machine/lab-recipes.ts";
import { allUsers, everyUser } from "../../support/machine/users.ts";
import { BARE } from "../../support/wirework.ts";
import { naming } from "../../support/naming.ts";

/** Why a folder is refused */
const LINK = "it is a symbolic link";
const NO_FOLDER = "it is not a folder";
const ofUser = (id: number) => `it belongs to user ${id}`;

const WEB_RECIPE = webRecipe();
const isRoot = process.geteuid?.() === 0;

/** Puts a lab's record there, of which only the text is looked at */
function writeRecord(machine: LabMachine, lab: string, text: string): void {
  const file = machine.record(lab);
  mkdirSync(join(file, ".."), { recursive: true, mode: 0o700 });
  writeFileSync(file, text);
  own(machine, ["wirework", "wirework/labs", `wirework/labs/${lab}`, `wirework/labs/${lab}/record.json`]);
}

/** Gives paths in the runtime folder to the user of the machine */
function own({ user, runtime }: LabMachine, paths: readonly string[]): void {
  if (user.name === "nobody") for (const path of paths) chownSync(join(runtime, path), 65_534, 65_534);
}

describe.each(everyUser)("as $name, a folder of labs is refused", (user) => {
  /** What every command says, and that nothing was made */
  async function expectRefused(machine: LabMachine, words: string): Promise<void> {
    for (const args of [["ps"], ["down", "lab"], ["up", WEB_RECIPE]]) {
      const { status, stdout, stderr } = await machine.wirework(...args);
      expect({ status, stdout }).toEqual({ status: 2, stdout: "" });
      expect(stderr).toContain(words);
    }
  }

  test("that is a symbolic link", async () => {
    await using machine = await LabMachine.open(user);
    mkdirSync(join(machine.runtime, "elsewhere"), { mode: 0o700 });
    own(machine, ["elsewhere"]);
    symlinkSync("elsewhere", join(machine.runtime, "wirework"));
    await expectRefused(machine, `wirework: ${LINK}`);
    rmSync(join(machine.runtime, "wirework"));
  });

  test("with a symbolic link further down", async () => {
    await using machine = await LabMachine.open(user);
    mkdirSync(join(machine.runtime, "wirework"), { mode: 0o700 });
    mkdirSync(join(machine.runtime, "elsewhere"), { mode: 0o700 });
    symlinkSync("../elsewhere", join(machine.runtime, "wirework/labs"));
    own(machine, ["wirework", "elsewhere"]);
    await expectRefused(machine, `wirework/labs: ${LINK}`);
    rmSync(join(machine.runtime, "wirework/labs"));
  });

  test("with a lab in it that is a symbolic link", async () => {
    await using machine = await LabMachine.open(user);
    writeRecord(machine, "other", "{}");
    renameSync(join(machine.record("other"), ".."), join(machine.runtime, "elsewhere"));
    symlinkSync("../../elsewhere", join(machine.record("lab"), ".."));
    for (const args of [
      ["down", "lab"],
      ["exec", "lab", "true"],
      ["up", WEB_RECIPE, "--name", "lab"],
    ]) {
      const { status, stderr } = await machine.wirework(...args);
      expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(LINK) });
    }
    expect(readFileSync(join(machine.runtime, "elsewhere/record.json"), "utf8")).toBe("{}");
    rmSync(join(machine.runtime, "wirework"), { recursive: true });
  });

  test("with a record in it that is a symbolic link", async () => {
    await using machine = await LabMachine.open(user);
    writeRecord(machine, "lab", "{}");
    renameSync(machine.record("lab"), join(machine.runtime, "elsewhere"));
    symlinkSync("../../../elsewhere", machine.record("lab"));
    const { status, stderr } = await machine.wirework("exec", "lab", "true");
    expect({ status, stderr }).toMatchObject({ status: 2, stderr: expect.stringContaining(LINK) });
    rmSync(join(machine.runtime, "wirework"), { recursive: true });
  });

  test.each([0o777, 0o770, 0o755, 0o702])("that others may use: mode %o", async (mode) => {
    await using machine = await LabMachine.open(user);
    mkdirSync(join(machine.runtime, "wirework"));
    chmodSync(join(machine.runtime, "wirework"), mode);
    own(machine, ["wirework"]);
    await expectRefused(machine, `wirework: others may access it: its mode is ${mode.toString(8)}`);
    rmSync(join(machine.runtime, "wirework"), { recursive: true });
  });

  test.if(isRoot)("that is somebody else's", async () => {
    await using machine = await LabMachine.open(user);
    mkdirSync(join(machine.runtime, "wirework"), { mode: 0o700 });
    chownSync(join(machine.runtime, "wirework"), 4321, 4321);
    await expectRefused(machine, `wirework: ${ofUser(4321)}`);
    rmSync(join(machine.runtime, "wirework"), { recursive: true });
  });

  test("that is a file", async () => {
    await using machine = await LabMachine.open(user);
    writeFileSync(join(machine.runtime, "wirework"), "");
    own(machine, ["wirework"]);
    await expectRefused(machine, `wirework: ${NO_FOLDER}`);
    rmSync(join(machine.runtime, "wirework"));
  });
});

describe.each(everyUser)("as $name, a record", (user) => {
  test.each(['{"schema": 1, "na', "", "null", "[]", "{}", "\u0000\u0000\u0000"])(
    "that is torn is named: %j",
    async (text) => {
      await using machine = await LabMachine.open(user);
      writeRecord(machine, "lab", text);
      expect(await machine.labs()).toMatchObject([{ name: "lab", state: "unreadable", why: "its record is damaged" }]);
      for (const args of [
        ["exec", "lab", "true"],
        ["up", WEB_RECIPE, "--name", "lab"],
      ]) {
        const { status, stderr } = await machine.wirework(...args);
        expect(status).toBe(2);
        expect(stderr).toMatch(
          /^wirework: Cannot read the record \S+: it is damaged\n {2}cause: .*\n {2}try: wirework down lab\n$/,
        );
      }
      expect(await machine.down("lab")).toEqual([{ name: "lab", was: "gone" }]);
      expect(machine.left()).toEqual([]);
    },
  );

  test("that is torn hides no lab: its host is found, and taken down", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
    writeFileSync(machine.record("lab"), '{"schema": 1, "na');
    expect(await machine.labs()).toMatchObject([{ state: "unreadable" }, { name: "lab", state: "unrecorded" }]);
    expect(await machine.down("--all")).toEqual([{ name: "lab", was: "up" }]);
    expect(machine.mark.processes()).toEqual([]);
    expect(machine.left()).toEqual([]);
    expect(await machine.labs()).toEqual([]);
  });

  test("that is lost, as after a logout, hides no lab either", async () => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
    rmSync(join(machine.runtime, "wirework"), { recursive: true });
    expect(await machine.printed("ps")).toMatch(
      /^lab +- +sandbox +- +unrecorded: it is running, but its record is lost$/m,
    );
    expect((await machine.wirework("up", WEB_RECIPE, "--name", "lab")).stderr).toMatch(
      /"lab": it is up .*, but its record is lost/,
    );
    expect(await machine.collectGarbage()).toEqual([{ name: "lab", why: "it had no record" }]);
    expect(machine.mark.processes()).toEqual([]);
    expect(machine.left()).toEqual([]);
  });

  test.each(["2", '"1"', "null", "{}"])("of an unknown schema is refused, not guessed: %s", async (schema) => {
    await using machine = await LabMachine.open(user);
    const text = `{"schema": ${schema}, "name": "lab"}`;
    writeRecord(machine, "lab", text);
    expect((await machine.labs())[0]?.state).toBe("unreadable");
    for (const args of [
      ["exec", "lab", "true"],
      ["down", "lab"],
      ["up", WEB_RECIPE, "--name", "lab", "--replace"],
    ]) {
      const { status, stderr } = await machine.wirework(...args);
      expect(status).toBe(2);
      expect(stderr).toContain(`it has schema ${schema}, and this version reads only 1`);
    }
    expect(await machine.collectGarbage()).toEqual([]);
    // It keeps no other from being taken down
    writeRecord(machine, "torn", "");
    const all = await machine.wirework("down", "--all");
    expect(all).toMatchObject({ status: 2, stdout: naming("lab torn") });
    expect(JSON.parse((await machine.wirework("down", "lab", "torn", "--json")).stdout)).toMatchObject({
      schema: 1,
      labs: [],
      errors: [
        { name: "lab", exit: 2, message: expect.stringContaining(`it has schema ${schema}`) },
        { name: "torn", exit: 2, message: naming('"torn"') },
      ],
    });
    expect(readFileSync(machine.record("lab"), "utf8")).toBe(text);
    rmSync(join(machine.runtime, "wirework"), { recursive: true });
  });
});

describe("as nobody", () => {
  const nobody = allUsers.filter(({ name }) => name === "nobody");
  describe.each(nobody)("XDG_RUNTIME_DIR", (user) => {
    let machine: LabMachine;
    beforeAll(async () => void (machine = await LabMachine.open(user)));
    afterAll(() => machine[Symbol.asyncDispose]());

    /** The same user with that variable */
    const withVariable = (value: string) =>
      Bun.spawnSync([...machine.line("ps").slice(0, 1), `XDG_RUNTIME_DIR=${value}`, ...machine.line("ps").slice(1)], {
        env: { PATH: process.env["PATH"], HOME: "/nonexistent" },
      });

    test.each([
      ["/run", ofUser(0)],
      ["/no/such/folder", "it does not exist"],
      ["/etc/passwd", NO_FOLDER],
      ["/tmp", ofUser(0)],
    ])("that leads to %s is refused: %s", (value, reason) => {
      const { exitCode, stderr } = withVariable(value);
      expect(exitCode).toBe(2);
      expect(stderr.toString()).toBe(
        `wirework: Cannot keep labs in ${value}: ${reason}\n  cause: XDG_RUNTIME_DIR names it\n  try: unset XDG_RUNTIME_DIR\n`,
      );
    });

    test.each(["", "run/user", "."])("that is no absolute path is ignored: %j", (value) => {
      const { exitCode, stderr } = withVariable(value);
      expect({ exitCode, stderr: stderr.toString() }).toEqual({ exitCode: 0, stderr: "" });
    });
  });

  test.each(nobody)("labs of another runtime folder are none of this one's, with a record or without", async (user) => {
    await using machine = await LabMachine.open(user);
    await machine.printed("up", WEB_RECIPE, "--name", "lab");
    const other = join(machine.runtime, "other");
    mkdirSync(other, { mode: 0o700 });
    own(machine, ["other"]);
    const environment = { ...BARE, XDG_RUNTIME_DIR: "/run/user/65534/other" };
    for (const [args, said] of [
      [["ps"], "NAME  RECIPE  ON  SINCE  STATE\n"],
      [["gc"], "nothing to remove: no lab has left anything behind\n"],
      [["down", "--all"], ""],
    ] as const)
      expect(Bun.spawnSync([...machine.line(...args)], { env: environment, cwd: "/" }).stdout.toString()).toBe(said);
    expect(await machine.labs()).toMatchObject([{ name: "lab", state: "up" }]);
    await machine.printed("down", "lab");
  });

  describe.each(nobody)("two users", (user) => {
    test("neither see nor touch each other's labs", async () => {
      await using machine = await LabMachine.open(user);
      const root = {
        name: "root",
        prefix: machine.user.prefix.slice(0, machine.user.prefix.indexOf("--") + 1),
      } as const;
      await using other = machine.as(root);
      await Promise.all([
        machine.printed("up", WEB_RECIPE, "--name", "lab"),
        other.printed("up", WEB_RECIPE, "--name", "lab"),
      ]);
      expect(await machine.labs()).toHaveLength(1);
      expect(await other.labs()).toHaveLength(1);
      rmSync(other.record("lab"));
      expect(await other.labs()).toMatchObject([{ state: "unrecorded" }]);
      expect(await other.down("--all")).toEqual([{ name: "lab", was: "up" }]);
      await other.printed("gc");
      expect(await machine.labs()).toMatchObject([{ name: "lab", state: "up" }]);
      expect(await other.labs()).toEqual([]);
      await machine.printed("down", "lab");
    });
  });
});
