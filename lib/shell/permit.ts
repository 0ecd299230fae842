import { NotPermitted } from "./failure/not-permitted.ts";
import { wrappedIn } from "./wrapped.ts";

/**
 * Refuses a command that the recipe's `permissions.run` does not name.
 *
 * A program is permitted under the very word that it is run by: `ip` does not permit `/sbin/ip`. `sudo`
 * needs no permission, but what it runs does, as does what `ip netns exec`, `ip vrf exec` and `nsenter`
 * run. What runs inside of a container, after `docker run` or `docker exec`, needs none.
 *
 * This is a guard rail against a recipe's mistakes, not a wall around it: a program that was listed can do
 * whatever it can do, and `sh`, `bash`, `env`, `xargs`, `timeout`, `nice`, `setsid` or `find -exec` can run
 * anything. To list one of those is to permit everything.
 *
 * @param argv the whole command.
 * @param allowed the recipe's `permissions.run`.
 * @throws {NotPermitted} if one of its programs is not in the list, or cannot be known.
 *
 * @example
 * ```ts
 * import { permit } from "./permit.ts";
 * import { expect } from "bun:test";
 *
 * permit(["sudo", "ip", "netns", "exec", "2778", "ip", "link"], ["ip"]);
 * expect(() => permit(["sudo", "ip", "netns", "exec", "2778", "rm", "x"], ["ip"])).toThrow("rm");
 * ```
 */
export function permit(argv: readonly string[], allowed: readonly string[]): void {
  let command = argv;
  for (;;) {
    const [program] = command;
    if (program === undefined) return;
    if (program !== "sudo" && !allowed.includes(program)) {
      throw new NotPermitted({ program, allowed, argv });
    }
    const wrapped = wrappedIn(command);
    if (wrapped === null) return;
    if ("hidden" in wrapped) {
      throw new NotPermitted({
        program: wrapped.hidden,
        allowed,
        argv,
        reason: wrapped.reason,
      });
    }
    command = wrapped.command;
  }
}
