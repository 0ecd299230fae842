import type { Wrapped } from "./wrapped.ts";

/**
 * The options in iproute2's order of matching: the first that begins with what was typed is meant, so `-b` is
 * `-batch` and not `-brief` (ip/ip.c, `main` and `matches`).
 */
const OPTIONS = (
  "loops family 4 6 0 M B human-readable iec stats statistics details resolve " +
  "oneline timestamp tshort Version force batch brief json pretty rcvbuf color " +
  "help netns Numeric all echo"
).split(" ");

const WITH_ARGUMENT: ReadonlySet<string> = new Set(["loops", "family", "rcvbuf", "netns"]);

/**
 * Returns the command that `ip` runs for its caller: after `netns exec NAME`, `-all netns exec` or `vrf exec
 * NAME`, in every abbreviation that iproute2 takes (`ip net e NAME …`).
 *
 * @see ip(8), ip-netns(8), ip-vrf(8).
 */
export function wrappedByIp(args: readonly string[]): Wrapped {
  let isForAll = false;
  let at = 0;
  for (; args[at]?.startsWith("-") && args[at] !== "--"; at++) {
    const arg = args[at] ?? "";
    const option = optionOf(arg);
    if (option === undefined) {
      return { hidden: `ip ${arg}`, reason: "it is not a known option of ip" };
    }
    if (option === "batch") {
      return {
        hidden: `ip ${arg}`,
        reason: "the lines in its file are unknown",
      };
    }
    if (option === "all") isForAll = true;
    if (WITH_ARGUMENT.has(option)) at++;
  }
  const [object, command, ...rest] = args.slice(args[at] === "--" ? at + 1 : at);
  // To iproute2, `n` and `ne` mean neighbour, whose commands never begin with e: nothing is lost.
  if (!isCutFrom("exec", command)) return { argv: [] };
  if (isCutFrom("netns", object)) {
    return { argv: isForAll ? rest : rest.slice(1) };
  }
  return { argv: isCutFrom("vrf", object) ? rest.slice(1) : [] };
}

/**
 * Returns an option's name; two dashes count as one, and `-color=always` is the only option with an equals
 * sign.
 */
function optionOf(arg: string): string | undefined {
  const typed = arg.replace(/^--?/, "").replace(/^(c[a-z]*)=.*/s, "$1");
  return OPTIONS.find((option) => option.startsWith(typed));
}

function isCutFrom(word: string, typed: string | undefined): boolean {
  return typed !== undefined && typed !== "" && word.startsWith(typed);
}
