/** The image's files in a folder, and the archive of them. BusyBox is a stand-in, and so are the machine's programs. */
import { expect, test } from "bun:test";
import {
  lchownSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { BASE_IMAGE, FOLDERS, PROGRAMS, TEXTS } from "../../../../lib/hosts/docker/base-image/contents.ts";
import { layOut, pack } from "../../../../lib/hosts/docker/base-image/lay-out.ts";
import { namespacesFor } from "../../../support/host/in-namespaces.ts";
import { emptyFolder } from "../../../support/recipe-file.ts";

const inNamespaces = namespacesFor(import.meta.dir);

const BUSYBOX = `#!/bin/sh
[ "$*" = --list-full ] || exit 1
printf 'bin/cat\\nsbin/ip\\nusr/bin/ping\\nbin/bash\\nbin/taken\\nusr/sbin/deep/tool\\n'
`;

/** A folder with the image laid out in it */
function laidOut(): string {
  const source = emptyFolder();
  const root = join(emptyFolder(), "root");
  writeFileSync(join(source, "busybox"), BUSYBOX, { mode: 0o700 });
  writeFileSync(join(source, "other"), "other", { mode: 0o600 });
  layOut(root, [
    { from: join(source, "busybox"), to: "/bin/busybox" },
    { from: join(source, "other"), to: "/bin/taken" },
    { from: join(source, "other"), to: "/lib/deep/libother.so" },
  ]);
  return root;
}

test("it has its folders, texts and files, and links for those applets whose names are not taken", () => {
  const root = laidOut();
  const all = readdirSync(root, { recursive: true, encoding: "utf8" }).toSorted();
  const files = all.filter((name) => !lstatSync(join(root, name)).isDirectory());
  const copied = ["bin/busybox", "bin/taken", "lib/deep/libother.so"];
  const texts = ["etc/passwd", "etc/group", "etc/bash.bashrc", "root/.bashrc"];
  expect(files).toEqual([...copied, ...texts, "bin/cat", "usr/sbin/deep/tool"].toSorted());
  for (const folder of ["dev", "proc", "sys", "run", "tmp", "var", "root"]) expect(all).toContain(folder);
  for (const name of ["bin/cat", "usr/sbin/deep/tool"]) expect(readlinkSync(join(root, name))).toBe("/bin/busybox");
  for (const name of ["bin/taken", "lib/deep/libother.so"]) {
    expect(readFileSync(join(root, name), "utf8")).toBe("other");
    expect(statSync(join(root, name)).mode & 0o7777).toBe(0o755);
  }
  expect(statSync(join(root, "tmp")).mode & 0o7777).toBe(0o1777);
  expect(readFileSync(join(root, "etc/passwd"), "utf8")).toBe(TEXTS["/etc/passwd"] ?? "");
});

test("what it is made of is known: its folders, its programs, its users and the article's prompt", () => {
  const prompt = "[ -z \"$PS1\" ] || PS1='\\u@\\h:\\w\\$ '\n";
  expect(TEXTS).toEqual({
    "/etc/passwd": "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/:/bin/false\n",
    "/etc/group": "root:x:0:\nnogroup:x:65534:\n",
    "/etc/bash.bashrc": prompt,
    "/root/.bashrc": prompt,
  });
  expect(FOLDERS).toEqual(["/dev", "/proc", "/sys", "/run", "/tmp", "/var", "/root"]);
  expect(PROGRAMS).toEqual({ bash: "/bin/bash", ip: "/sbin/ip", ping: "/bin/ping" });
  expect(BASE_IMAGE).toEqual({ name: "base", changes: ["EXPOSE 80", 'CMD ["/bin/bash"]'] });
});

test("an archive of it is the same one whenever it is made, and has nobody's names and times", () => {
  const folder = emptyFolder();
  const archives = [1, 2].map((day) => {
    const root = laidOut();
    utimesSync(join(root, "bin/taken"), day * 86_400, day * 86_400);
    if (process.geteuid?.() === 0) lchownSync(join(root, "bin/taken"), day, day + 10);
    pack(root, join(folder, `${day}.tar`));
    return readFileSync(join(folder, `${day}.tar`));
  });
  expect(archives[0]?.equals(archives[1] ?? Buffer.of())).toBe(true);
  const listed = Bun.spawnSync(["tar", "--list", "--verbose", "--utc", `--file=${folder}/1.tar`]).stdout.toString();
  const lines = listed
    .trim()
    .split("\n")
    .map((line) => line.split(/ +/));
  expect([...new Set(lines.map(([, owner, , date, time]) => `${owner} ${date} ${time}`))]).toEqual([
    "0/0 1970-01-01 00:00",
  ]);
  const names = lines.map((words) => words[5] ?? "");
  expect(names[0]).toBe("./");
  expect(names.indexOf("./bin/")).toBeLessThan(names.indexOf("./dev/"));
  expect(names).toEqual(names.toSorted());
});

test("what can't be packed is an error in tar's words", () => {
  const folder = emptyFolder();
  expect(() => pack(join(folder, "none"), join(folder, "x.tar"))).toThrow("No such file or directory");
});

/** What is copied of a machine whose programs load what this ldd says */
function copied(ldd: string, programs: readonly string[]) {
  return inNamespaces(
    async (ldd, programs) => {
      const { symlinkSync } = await import("node:fs");
      const { copiedFiles } = await import("../../../../lib/hosts/docker/base-image/contents.ts");
      const { HostError } = await import("../../../../lib/hosts/host-error.ts");
      const { emptied, filesAt, hidden, programsAt } = await import("../../../support/host/in-place.ts");
      for (const folder of ["/srv", "/usr/local/bin"]) emptied(folder);
      filesAt("/srv", { "libone.so.1.2": "", "libtwo.so": "" });
      symlinkSync("libone.so.1.2", "/srv/libone.so");
      const all = [...programs, "real-ip"].filter((name) => name !== "ip");
      programsAt("/usr/local/sbin", { ...Object.fromEntries(all.map((name) => [name, ":"])), ldd });
      if (programs.includes("ip")) symlinkSync("real-ip", "/usr/local/sbin/ip");
      hidden(...["busybox", "bash", "ip", "ping"].filter((name) => !programs.includes(name)));
      try {
        return copiedFiles();
      } catch (error) {
        if (!(error instanceof HostError)) throw error;
        return { message: error.message, cause: error.cause, tryThis: error.tryThis };
      }
    },
    ldd,
    programs,
  );
}

const LDD = `case $1 in
  */busybox) echo '	not a dynamic executable' >&2; exit 1 ;;
  */real-ip) printf '\\tlinux-vdso.so.1 (0x00007ffc)\\n\\tlibone.so => /srv/libone.so (0x00007f01)\\n\\tlibnone.so => not found\\n' ;;
  *) [ "$LC_ALL" = C ] && printf '\\tlibone.so => /srv/libone.so (0x00007f01)\\n\\t/srv/libtwo.so (0x00007f02)\\n' ;;
esac`;
const ALL = ["busybox", "bash", "ip", "ping"];

test("of the machine there are BusyBox, three programs, and each library of theirs once, where links lead", async () => {
  expect(await copied(LDD, ALL)).toEqual([
    { from: "/usr/local/sbin/busybox", to: "/bin/busybox" },
    { from: "/usr/local/sbin/bash", to: "/bin/bash" },
    { from: "/usr/local/sbin/real-ip", to: "/sbin/ip" },
    { from: "/usr/local/sbin/ping", to: "/bin/ping" },
    { from: "/srv/libone.so.1.2", to: "/srv/libone.so" },
    { from: "/srv/libtwo.so", to: "/srv/libtwo.so" },
  ]);
});

test("a BusyBox that needs libraries, or is missing, is refused with the package", async () => {
  const tryThis = "sudo apt-get install --yes busybox-static";
  expect(await copied("printf '\\t/srv/libtwo.so (0x00007f02)\\n'", ALL)).toEqual({
    message: expect.stringContaining("BusyBox"),
    cause: expect.stringContaining("/usr/local/sbin/busybox"),
    tryThis,
  });
  const message = "Cannot make the image base";
  expect(await copied(LDD, ["bash", "ip"])).toEqual({ message, cause: "busybox is not installed", tryThis });
});
