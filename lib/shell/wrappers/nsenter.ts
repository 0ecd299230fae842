import { optionsOf, skipOptions } from "./skip-options.ts";
import type { Wrapped } from "./wrapped.ts";

/**
 * All options up to util-linux 2.42, as sys-utils/nsenter.c passes them to getopt_long(3): the manual gives
 * `--wdns` an argument, but it takes one only after an equals sign.
 */
const OPTIONS = optionsOf(
  "-a --all -h --help -V --version -t: --target: -m:: --mount:: -u:: --uts:: -i:: --ipc:: " +
    "-n:: --net:: -N: --net-socket: -p:: --pid:: -C:: --cgroup:: -U:: --user:: --user-parent " +
    "-T:: --time:: -S: --setuid: -G: --setgid: --preserve-credentials --keep-caps " +
    "-r:: --root:: -w:: --wd:: -W:: --wdns:: -e --env -F --no-fork -c --join-cgroup " +
    "-Z --follow-context",
);

/**
 * Returns the command that `nsenter` runs: the rest of its line after the options. Without one it starts a
 * shell.
 */
export function wrappedByNsenter(args: readonly string[]): Wrapped {
  const skipped = skipOptions(args, OPTIONS);
  if ("unknown" in skipped) {
    return {
      hidden: `nsenter ${skipped.unknown}`,
      reason: "it is not a known option of nsenter",
    };
  }
  return skipped.operands.length > 0
    ? { argv: skipped.operands }
    : { hidden: "nsenter", reason: "without a program, it starts a shell" };
}
