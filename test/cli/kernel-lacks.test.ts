/**
 * A kernel without veth, bridge or another kind of link: played by a kind that no kernel has.
 */
import { expect, test } from "bun:test";

import { Mark } from "../support/mark.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { users } from "../support/machine/users.ts";
import { wirework } from "../support/wirework.ts";
import { failedCommand } from "../support/messages.ts";

const FILE = recipeFile(
  `
await $\`sudo ip netns add blue\`;
await $\`sudo ip link add A type veth peer name B netns blue\`;
await $\`sudo ip link add C type nonesuch\`;
`,
  ["ip"],
);

for (const environment of [{}, { WIREWORK_BUILTINS: "off" }])
  test.each(users)(
    `as $name a kernel that lacks a kind of link is named, with the module to load: ${JSON.stringify(environment)}`,
    async (user) => {
      const before = takeSnapshot();
      const mark = new Mark();
      const { status, stderr } = await wirework(user, ["run", FILE], {
        environment: { ...environment, ...mark.environment },
      });
      expect(status).toBe(1);
      expect(stderr).toStartWith(`wirework: ${failedCommand("sudo ip link add C type nonesuch", 2)}: `);
      expect(stderr).toMatch(/^ {2}cause: .*\bmodule\b/m);
      expect(stderr).toContain("try: sudo modprobe nonesuch");
      expect(mark.processes()).toEqual([]);
      expect(takeSnapshot()).toEqual(before);
    },
  );
