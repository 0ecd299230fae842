/** Where containers are started by our own lines around runc: on a machine that lacks capabilities that its kernel knows. */
import { expect, test } from "bun:test";
import { join } from "node:path";

import { namespacesFor } from "../../support/host/in-namespaces.ts";

const inNamespaces = namespacesFor(import.meta.dir);

const RUNC = join(import.meta.dir, "../../../lib/hosts/docker/runc.sh");
const OURS = ["sh", RUNC, "/usr/local/sbin/runc"];

/** What is started instead, where the kernel knows six capabilities and setpriv names five of them */
function runtime(status: string, programs: readonly string[]): Promise<readonly string[] | null> {
  return inNamespaces(
    async (status, programs) => {
      const { ownRuntime } = await import("../../../lib/hosts/docker/runtime.ts");
      const { hidden, programsAt, textAt } = await import("../../support/host/in-place.ts");
      hidden("runc");
      const setpriv = '[ "$*" = --list-caps ] && printf "zero\\none\\ntwo\\nthree\\nsys_four\\n"';
      const all: Readonly<Record<string, string>> = { setpriv, runc: "exit 0" };
      programsAt("/usr/local/sbin", Object.fromEntries(programs.map((name) => [name, all[name] ?? ""])));
      textAt("/proc/sys/kernel/cap_last_cap", "5\n");
      textAt("/proc/self/status", status);
      return ownRuntime();
    },
    status,
    programs,
  );
}

const bounding = (set: string) => `Name:\tbun\nCapEff:\t0000000000000000\nCapBnd:\t${set}\nCapAmb:\t0000000000000001\n`;
const BOTH = ["setpriv", "runc"];

test.each([
  ["has all", bounding("000000000000003f"), null],
  ["has more than the kernel knows", bounding("000001ffffffffff"), null],
  ["lacks one", bounding("000000000000002f"), "SYS_FOUR"],
  ["lacks the first and the last, which has no name", bounding("000000000000001e"), "ZERO,5"],
  ["lacks one in the middle", bounding("000000000000003b"), "TWO"],
  ["has none", bounding("0000000000000000"), "ZERO,ONE,TWO,THREE,SYS_FOUR,5"],
  ["does not say", "Name:\tbun\n", "ZERO,ONE,TWO,THREE,SYS_FOUR,5"],
])("on a machine that %s", async (_, status, lacking) => {
  expect(await runtime(status, BOTH)).toEqual(lacking === null ? null : [...OURS, lacking]);
});

test("without runc there is nothing to help", async () => {
  expect(await runtime(bounding("0000000000000000"), ["setpriv"])).toBeNull();
});
