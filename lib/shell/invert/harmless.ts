/**
 * Programs that change nothing: to look around, to wait and to check.
 *
 * @module
 */

/** Whatever they are told */
const ALWAYS: ReadonlySet<string> = new Set(
  [
    "arping basename cat cmp cut df dig dirname du echo egrep expr false fgrep free getent grep groups head host hostid id",
    "ip6tables-save iptables-save jq less ls lsmod lsns lsof lspci mountpoint nl nproc nslookup nstat od pgrep pidof ping",
    "ping6 printenv printf ps pwd readlink realpath rev seq sha256sum sleep ss stat strings tac tail test [ tracepath",
    "traceroute true tr tty uname uptime w wc whereis which who whoami",
  ].flatMap((line) => line.split(" ")),
);

/** Unless one of their words says so */
const UNLESS: Readonly<Record<string, RegExp>> = {
  arp: /^-(?:s|d|f|-set|-delete|-file)/,
  bridge: /^(?:a|add|del|delete|set|replace|append|flush|-b.*)$/,
  conntrack: /^-(?:D|F|I|U)|^--(?:delete|flush|create|update)/,
  curl: /^-[a-zA-Z]*[oOTDcK]|^--(?:output|remote-|upload|dump|cookie-jar|config|create|request|data|form)/,
  date: /^(?:-s|--set)/,
  dmesg: /^-(?:C|c|n|D|E)|^--(?:clear|read-clear|console-)/,
  hostname: /^[^-]|^-(?:F|b|-file|-boot)/,
  hostnamectl: /^(?:set-|hostname)/,
  ifconfig: /^(?:up|down|-?arp|add|del|mtu|hw|netmask|\d)/,
  journalctl: /^--(?:rotate|vacuum|flush|sync|setup|update)/,
  netstat: /^-[a-z]*K/,
  sort: /^(?:-[a-zA-Z]*o|--output)/,
  tcpdump: /^-[a-zA-Z]*[wzG]/,
  wget: /^(?!-qO-$|-O-$|--spider$)-/,
};

/** Whether a program, told this, changes nothing */
export function isHarmless(program: string, args: readonly string[]): boolean {
  if (ALWAYS.has(program)) return true;
  const pattern = Object.hasOwn(UNLESS, program) ? UNLESS[program] : undefined;
  return pattern !== undefined && !args.some((word) => pattern.test(word));
}
