/**
 * What the image `base` is made of: this machine's own programs, and some files of text.
 *
 * @module
 */
import { realpathSync } from "node:fs";

import { HostError } from "../../host-error.ts";
import { SYSTEM_PATH } from "../../programs.ts";

/** What `docker import` is to know of the image: an archive holds files only */
export const BASE_IMAGE = {
  name: "base",
  changes: ["EXPOSE 80", 'CMD ["/bin/bash"]'],
} as const;

/** Programs of the machine, and where the image has them; BusyBox is all the others */
export const PROGRAMS = { bash: "/bin/bash", ip: "/sbin/ip", ping: "/bin/ping" } as const;

/** The article's prompt, `root@63f36fc01b5f:/#`; not every bash reads the first file */
const PROMPT = "[ -z \"$PS1\" ] || PS1='\\u@\\h:\\w\\$ '\n";

export const TEXTS: Readonly<Record<string, string>> = {
  "/etc/passwd": "root:x:0:0:root:/root:/bin/bash\nnobody:x:65534:65534:nobody:/:/bin/false\n",
  "/etc/group": "root:x:0:\nnogroup:x:65534:\n",
  "/etc/bash.bashrc": PROMPT,
  "/root/.bashrc": PROMPT,
};

export const FOLDERS = ["/dev", "/proc", "/sys", "/run", "/tmp", "/var", "/root"] as const;

/** A file of the machine, and where the image has it */
export interface Copied {
  readonly from: string;
  readonly to: string;
}

/**
 * The files of the machine that the image has.
 *
 * @throws {HostError} when a program is missing, or no good
 */
export function copiedFiles(): readonly Copied[] {
  const busybox = programOf("busybox");
  if (librariesOf(busybox).length > 0)
    throw new HostError(
      "Cannot make the image base: this machine's BusyBox needs libraries, which the image has not",
      `${busybox} is not that of the package busybox-static, which replaces the package busybox`,
      "sudo apt-get install --yes busybox-static",
    );
  const programs = Object.entries(PROGRAMS).map(([name, to]) => ({ from: programOf(name), to }));
  const libraries = new Set(programs.flatMap(({ from }) => librariesOf(from)));
  return [
    { from: busybox, to: "/bin/busybox" },
    ...programs,
    ...[...libraries].map((path) => ({ from: realpathSync(path), to: path })),
  ];
}

function programOf(name: string): string {
  const path = Bun.which(name, { PATH: SYSTEM_PATH });
  if (path !== null) return realpathSync(path);
  throw new HostError("Cannot make the image base", `there is no ${name}`, "sudo apt-get install --yes busybox-static");
}

/** What the dynamic linker loads for a program, ldd(1); nothing for a static one */
function librariesOf(program: string): readonly string[] {
  const { stdout } = Bun.spawnSync(["ldd", program], { env: { PATH: SYSTEM_PATH, LC_ALL: "C" } });
  return [...stdout.toString().matchAll(/(?:=> |^\s*)(\/\S+) \(0x/gm)].map(([, path = ""]) => path);
}
