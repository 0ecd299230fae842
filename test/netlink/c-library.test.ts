/** Where no C library can be opened: Bun without its FFI, or a C library that we have no name of. */
import { beforeAll, describe, expect, test } from "bun:test";
import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { naming } from "../support/naming.ts";
import { copyOfProject, readableProject } from "../support/project.ts";
import { allUsers, type User } from "../support/machine/users.ts";
import { BARE, type Ended } from "../support/wirework.ts";

const BRCTL = Bun.which("brctl", { PATH: "/usr/sbin:/sbin" }) ?? "";
const IP = Bun.which("ip", { PATH: "/usr/sbin:/sbin:/usr/bin:/bin" }) ?? "";

const readable = `${readableProject()}/scripts/wirework`;

/** A wirework of its own */
let project: string;

const LIBRARY = join(import.meta.dir, "../../lib");

/** A name that no library has, in the place of all that we know */
beforeAll(() => {
  project = copyOfProject();
  const file = join(project, "lib/netlink/c-library.ts");
  const text = readFileSync(file, "utf8").replaceAll(/"libc\.[^"]*"/g, '"libc.nowhere.so"');
  expect(text).toContain('["libc.nowhere.so", "libc.nowhere.so"]');
  // The copy is a link to the file itself
  rmSync(file);
  writeFileSync(file, text);
});

test("modules open it in one place, as it has other names elsewhere", () => {
  const files = readdirSync(LIBRARY, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  const opening = files.filter((file) => readFileSync(join(LIBRARY, file), "utf8").includes("dlopen("));
  expect(opening).toEqual(["netlink/c-library.ts"]);
});

describe.each(allUsers.slice(-1))("as $name", (user) => {
  test.concurrent.each([
    ["ip", ["link", "show", "lo"], IP],
    ["ip", ["-n", "nope", "link", "add", "v0"], IP],
    ["ip", ["link", "set", "nope", "up"], IP],
    ["ip", ["netns", "list"], IP],
    ["brctl", ["show"], BRCTL],
    ["brctl", ["addif", "nope", "lo"], BRCTL],
    ["brctl", ["showmacs", "lo"], BRCTL],
    ["brctl", ["--help"], BRCTL],
  ])("%s %j is the real one's", async (name, args, program) => {
    expect(await wirework(user, ["builtin", name, ...args])).toEqual(await run(user, [program, ...args]));
  });

  test.concurrent("what only reads and tells works as ever", async () => {
    for (const args of [["list"], ["run", "point-to-point", "--dry-run"], ["steps", "point-to-point"]]) {
      expect(await wirework(user, args)).toMatchObject({ status: 0, stderr: "" });
    }
  });

  test.concurrent.each([[["run", "point-to-point"]], [["up", "point-to-point"]], [["shell"]]])(
    "%j says what is missing, and what to do",
    async (args) => {
      expect(complaintOf(await wirework(user, args))).toEqual([
        "wirework: Cannot call the kernel: this Bun can't open a C library",
        expect.stringMatching(/^ {2}cause: .*"libc\.nowhere\.so": .*cannot open shared object file/),
        "  try: the same on Linux with glibc or musl, and with Bun 1.4 or later from its own package",
      ]);
    },
  );
});

test("under a limit of memory that is too small to compile calls, it says so, and what to do", async () => {
  const [user] = allUsers.slice(-1);
  if (user === undefined) throw new Error("Cannot run wirework: the tests have no user");
  const script = 'ulimit -v 2000000 && exec "$@"';
  const ended = await run(user, ["sh", "-c", script, "sh", readable, "run", "point-to-point"]);
  expect(complaintOf(ended).slice(1)).toEqual([naming("2048000000"), "  try: ulimit -v unlimited"]);
});

function wirework(user: User, args: readonly string[]): Promise<Ended> {
  return run(user, [`${project}/scripts/wirework`, ...args]);
}

async function run(user: User, argv: readonly string[]): Promise<Ended> {
  const running = Bun.spawn([...user.prefix, ...argv], { cwd: "/", env: BARE, stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr] = await Promise.all([running.stdout.text(), running.stderr.text()]);
  return { status: await running.exited, stdout, stderr };
}

function complaintOf({ status, stderr }: Ended): readonly string[] {
  expect(status).toBe(2);
  return stderr.trimEnd().split("\n");
}
