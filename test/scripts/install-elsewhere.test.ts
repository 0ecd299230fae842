/** The first run where the project cannot be written: as `nobody`, whom only root can become. */
import { describe, expect, setDefaultTimeout, test } from "bun:test";
import { appendFile, chmod, mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { type Ended, announcements, run, seen } from "./run.ts";
import { ThrowAwayProject } from "./throw-away-project.ts";

// A slow network must not fail a test.
setDefaultTimeout(300_000);

/** Root's preparations, then the launcher as $user, where /mnt is the project and /tmp a folder of the test's. */
const script = `
mount --bind "$1" /mnt && mount --bind "$2" /tmp || exit 99
eval "$3"
exec setpriv --reuid=$user --regid=$user --clear-groups /mnt/scripts/wirework
`;

class Elsewhere implements AsyncDisposable {
  readonly project: ThrowAwayProject;
  readonly tmp: string;

  private constructor(project: ThrowAwayProject) {
    this.project = project;
    this.tmp = join(project.folder, "tmp");
  }

  static async create(): Promise<Elsewhere> {
    const elsewhere = new Elsewhere(await ThrowAwayProject.create());
    await mkdir(elsewhere.tmp);
    await chmod(elsewhere.tmp, 0o1777);
    return elsewhere;
  }

  launch(preparations: string, variables = {}): Promise<Ended> {
    const shell = ["unshare", "--mount", "sh", "-c", script, "sh"];
    const command = [...shell, this.project.path, this.tmp, preparations];
    const environment = {
      HOME: "/tmp/no-home",
      XDG_CACHE_HOME: "",
      user: "65534",
    };
    return run(command, { environment: { ...environment, ...variables } });
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.project[Symbol.asyncDispose]();
  }
}

describe.skipIf(process.getuid?.() !== 0)("for nobody, the launcher", () => {
  test("installs once below /tmp, and again for a changed project", async () => {
    await using elsewhere = await Elsewhere.create();
    expect(announcements(await elsewhere.launch(""))).toBe(1);
    const { project } = seen(await elsewhere.launch(""));
    expect(project).toStartWith("/tmp/wirework-65534/");

    const main = elsewhere.project.join("lib/cli/main.ts");
    await appendFile(main, "// changed\n");
    expect(announcements(await elsewhere.launch(""))).toBe(1);
    const copies = await readdir(join(elsewhere.tmp, "wirework-65534"));
    expect(copies).toHaveLength(2);

    const original = await readdir(elsewhere.project.path);
    expect(original).not.toContain("node_modules");
  });

  test.each([
    ["HOME", "/tmp/home/.cache/wirework/"],
    ["XDG_CACHE_HOME", "/tmp/home/wirework/"],
  ])("installs where %s leads to", async (name, folder) => {
    await using elsewhere = await Elsewhere.create();
    const variables = { [name]: "/tmp/home" };
    const first = await elsewhere.launch("mkdir /tmp/home && chown 65534 /tmp/home", variables);
    expect(announcements(first)).toBe(1);
    const { project } = seen(await elsewhere.launch("", variables));
    expect(project).toStartWith(folder);
  });

  test.each([
    ["is a link", "mkdir /tmp/x; chown 65534 /tmp/x; ln -s x $folder"],
    ["is a file", "touch $folder; chown 65534 $folder"],
    ["is somebody else's", "mkdir -m 777 $folder"],
    ["all can write to", "mkdir -m 707 $folder; chown 65534 $folder"],
    ["a group can write to", "mkdir -m 770 $folder; chown 65534 $folder"],
    ["cannot be made", "mount -o remount,bind,ro /tmp"],
  ])("refuses a folder below /tmp that %s", async (_, preparations) => {
    await using elsewhere = await Elsewhere.create();
    const folder = "/tmp/wirework-65534";
    const ended = await elsewhere.launch(preparations, { folder });
    expect(ended).toMatchObject({ status: 2, stdout: "" });
    expect(ended.stderr).toMatch(/^wirework: Cannot install [^\n]*\n$/);
    expect(ended.stderr).toContain(`"${folder}"`);
  });

  test("refuses, for root, a folder below /tmp that is somebody else's", async () => {
    await using elsewhere = await Elsewhere.create();
    const preparations = "mount -o remount,bind,ro /mnt; mkdir -m 700 $folder; chown 65534 $folder";
    const variables = { folder: "/tmp/wirework-0", user: "0" };
    const ended = await elsewhere.launch(preparations, variables);
    expect(ended).toMatchObject({ status: 2, stdout: "" });
    expect(ended.stderr).toContain('"/tmp/wirework-0"');
  });
});
