/**
 * Programs that change nothing: to look around, to wait and to check.
 *
 * @module
 */

/** Whatever they are told */
const ALWAYS: ReadonlySet<string> = new Set(
  [
    "basename cat cmp cut df dig dirname du echo egrep expr false fgrep free getent grep groups head host hostid id",
    "jq ls lsmod lsns lsof lspci mountpoint nl nproc nslookup nstat od pgrep pidof ping",
    "ping6 printenv printf ps pwd readlink realpath rev seq sha256sum sleep stat strings tac tail test [ tracepath",
    "traceroute true tr tty uname uptime w wc whereis which who whoami",
  ].flatMap((line) => line.split(" ")),
);

/** Unless one of their words says so */
const UNLESS: Readonly<Record<string, RegExp>> = {
  arping: /^-[a-zA-Z]*[UA]/,
  conntrack: /^-(?:D|F|I|U)|^--(?:delete|flush|create|update)/,
  dmesg: /^-[a-zA-Z]*[CcnDE]|^--(?:clear|read-clear|console-)/,
  "ip6tables-save": /^-[a-z]*f|^--f/,
  "iptables-save": /^-[a-z]*f|^--f/,
  journalctl: /^--(?:rotate|vacuum|flush|sync|setup|update)/,
  less: /^-[a-zA-Z]*[oO]|^--(?:log|LOG)/,
  netstat: /^-[a-z]*K/,
  sort: /^-[a-zA-Z]*o|^--o/,
  ss: /^-[a-zA-Z]*K|^--k/,
  tcpdump: /^-[a-zA-Z]*[wzG]/,
};

/** Only told this: with each of their words, or with the first that is no option */
const ONLY: Readonly<Record<string, RegExp>> = {
  arp: /^-[anev]+$/,
  bridge: /^(?:-[a-zA-Z]+|(?:link|fdb|mdb|vlan) (?:show|list)(?: .*)?|monitor.*)$/,
  busybox: /^(?:nc|[\d.]+)$/,
  date: /^(?:\+.*|-u|-R|-I\S*|--utc|--iso-8601\S*|--rfc-\S*)$/,
  hostname: /^-[fisdAIy]$/,
  hostnamectl: /^(?:status)$/,
  route: /^-[neevFC46]+$/,
  ifconfig: /^(?:-a|-s|[a-zA-Z][\w.-]*\d*)$/,
};

/** Whether a program, told this, changes nothing */
export function isHarmless(program: string, args: readonly string[]): boolean {
  if (ALWAYS.has(program)) return true;
  if (Object.hasOwn(ONLY, program)) return isOnly(program, args);
  const pattern = Object.hasOwn(UNLESS, program) ? UNLESS[program] : undefined;
  return pattern !== undefined && !args.some((word) => pattern.test(word));
}

/** `bridge` is told by an object and a verb; ifconfig by the one name of an interface at most */
function isOnly(program: string, args: readonly string[]): boolean {
  const pattern = ONLY[program];
  if (pattern === undefined) return false;
  if (program === "bridge") {
    const options = args.filter((word) => word.startsWith("-"));
    return !options.some((word) => /^--?b/.test(word)) && pattern.test(args.slice(options.length).join(" "));
  }
  return (program !== "ifconfig" || args.length <= 1) && args.every((word) => pattern.test(word));
}
