/**
 * The contents of the image `base`: this machine's own programs, and some text files.
 *
 * @module
 */
import { realpathSync } from "node:fs";

import { HostError } from "../../host-error.ts";
import { SYSTEM_PATH } from "../../programs.ts";

/** The configuration that `docker import` is given: an archive holds files only */
export const BASE_IMAGE = {
  name: "base",
  changes: ["EXPOSE 80", 'CMD ["/bin/bash"]'],
} as const;

/** Programs of the machine, with their paths in the image; BusyBox provides all others */
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

/** A file of the machine, and its path in the image */
export interface Copied {
  readonly from: string;
  readonly to: string;
}

/**
 * Lists the machine's files to copy into the image.
 *
 * @throws {HostError} when a program is missing or unusable
 */
export function copiedFiles(): readonly Copied[] {
  const busybox = programOf("busybox");
  if (librariesOf(busybox).length > 0)
    throw new HostError(
      "Cannot make the image base: this machine's BusyBox needs shared libraries, which the image lacks",
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
  throw new HostError(
    "Cannot make the image base",
    `${name} is not installed`,
    "sudo apt-get install --yes busybox-static",
  );
}

/** Lists the shared libraries that the dynamic linker loads for a program, ldd(1); none for a static one */
function librariesOf(program: string): readonly string[] {
  const { stdout } = Bun.spawnSync(["ldd", program], { env: { PATH: SYSTEM_PATH, LC_ALL: "C" } });
  return [...stdout.toString().matchAll(/(?:=> |^\s*)(\/\S+) \(0x/gm)].map(([, path = ""]) => path);
}
