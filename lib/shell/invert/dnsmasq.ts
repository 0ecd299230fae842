/**
 * `dnsmasq`, a name server that stays.
 *
 * @module
 */
import { processStart } from "../../netlink/process/process-start.ts";
import { jobIn } from "../background.ts";
import { type GivenOption, optionsOf, skipOptions } from "../wrappers/skip-options.ts";
import { type InverseStep, NONE, type Plan, unknown } from "./inversion.ts";
import type { Argv, Typed } from "./typed.ts";
import { step } from "./undo-steps.ts";

/** Those of a name server that reads at most: what runs programs or writes files is left out, as all that serves DHCP; dnsmasq(8) */
const OPTIONS = optionsOf(
  [
    "-d --no-daemon -k --keep-in-foreground -u: --user: -g: --group: -C: --conf-file: -8: --log-facility:",
    "-v --version -w --help:: --test -q --log-queries:: --log-async:: --log-debug",
    "-a: --listen-address: -p: --port: -i: --interface: -I: --except-interface: -z --bind-interfaces --bind-dynamic",
    "-A: --address: --host-record: --cname: -Y: --txt-record: --ptr-record: -m: --mx-host: -W: --srv-host: -s: --domain:",
    "--local: -S: --server: --rev-server: -R --no-resolv -r: --resolv-file: -n --no-poll -o --strict-order --all-servers",
    "-h --no-hosts -H: --addn-hosts: --hostsdir: -E --expand-hosts -b --bogus-priv -D --domain-needed -y --localise-queries",
    "-c: --cache-size: -N --no-negcache -T: --local-ttl: --neg-ttl: --max-ttl: --min-cache-ttl: --max-cache-ttl:",
    "--stop-dns-rebind --rebind-localhost-ok --rebind-domain-ok: --local-service:: --no-round-robin --no-ident",
  ].join(" "),
);

/** With these it stays the process that was started */
const STAYS = new Set(["-d", "--no-daemon", "-k", "--keep-in-foreground"]);

const SHOWS = new Set(["-v", "--version", "-w", "--help", "--test"]);

const CONFIGURATION = new Set(["-C", "--conf-file"]);

const LOG = new Set(["-8", "--log-facility"]);

/** Equivalent to: `kill PID`, of that very process */
export function dnsmasq({ argv, args, program }: Typed): Plan {
  const skipped = skipOptions(args, OPTIONS);
  const left = "unknown" in skipped ? skipped.unknown : (skipped.operands[0] ?? fileOf(skipped.given));
  if ("unknown" in skipped || left !== null) return unknown(`nobody here knows what ${left} leaves behind`);
  const names = skipped.given.map(({ name }) => name);
  if (names.some((name) => SHOWS.has(name))) return NONE;
  if (!names.some((name) => STAYS.has(name))) return unknown("it goes on as a process that nobody here has started");
  if (!names.some((name) => CONFIGURATION.has(name)))
    return unknown("without --conf-file=/dev/null it does what /etc/dnsmasq.conf says, and nobody here knows that");
  return {
    kind: "undoable",
    changes: "starts a name server",
    async prepare(look) {
      const pattern = escaped([program, ...args].join(" "));
      const isThere = (await look.text(listByCommandLine(pattern))) !== null;
      return {
        argv,
        // One that is there already will not let another one in
        steps: isThere ? [] : [step([], ["pkill", "--full", "--exact", pattern], { kind: "command line", pattern })],
        complete: async ({ stdout }) => endOf(jobIn(stdout)),
      };
    },
  };
}

/** The option that has it read options from a file, or write what it logs into one; `null` without one */
function fileOf(given: readonly GivenOption[]): string | null {
  const file = given.find(({ name, argument }) =>
    CONFIGURATION.has(name) ? argument !== "/dev/null" : LOG.has(name) && argument?.includes("/"),
  );
  return file === undefined ? null : `${file.name} ${file.argument ?? ""}`.trimEnd();
}

/** As an extended regular expression, regex(7) */
function escaped(text: string): string {
  return text.replace(/[\\^$.|?*+()[\]{}]/g, "\\$&");
}

/** What lists the processes with a command line, and fails where there is none */
export function listByCommandLine(pattern: string): Argv {
  return ["pgrep", "--full", "--exact", pattern];
}

/** Nothing, of one that has ended by itself */
function endOf(pid: number | null): readonly InverseStep[] {
  const start = pid === null ? null : processStart(pid);
  if (pid === null || start === null) return [];
  return [step([], ["kill", `${pid}`], { kind: "process", pid, start })];
}
