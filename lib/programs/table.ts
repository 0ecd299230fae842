/**
 * The programs that wirework knows: one table.
 *
 * @module
 */
import { BRCTL } from "./brctl/brctl.ts";
import { BRIDGE } from "./bridge/bridge.ts";
import { DNSMASQ } from "./dnsmasq.ts";
import { DOCKER } from "./docker/docker.ts";
import { ECHO } from "./echo.ts";
import type { EffectiveProgram } from "./effect.ts";
import { FIND } from "./files/find.ts";
import { LN } from "./files/ln.ts";
import { MKDIR } from "./files/mkdir.ts";
import { CP, MV } from "./files/placed.ts";
import { RM, RMDIR } from "./files/rm.ts";
import { TEE, TOUCH } from "./files/written.ts";
import type { Grammar, Only, Said } from "./grammar.ts";
import { grammar, several, word } from "./grammar-parts.ts";
import { IP } from "./ip/ip.ts";
import { IPTABLES } from "./iptables/iptables.ts";
import { CAT, EXIT, GREP, IPTABLES_SAVE, LS, PING, READLINK, SLEEP } from "./looking-programs.ts";
import { MODPROBE, MOUNT } from "./mount.ts";
import { IFCONFIG, ifconfigToday } from "./net-tools/ifconfig.ts";
import { ROUTE, routeToday } from "./net-tools/route.ts";
import { NFT } from "./nft/nft.ts";
import { NSENTER } from "./nsenter.ts";
import type { Parsed } from "./parse.ts";
import { objectLineReader, type ReadLine } from "./read-line.ts";
import { SERVICE, SYSTEMCTL } from "./service.ts";
import { SS } from "./ss.ts";
import { SUDO } from "./sudo.ts";
import { SYSCTL } from "./sysctl.ts";
import { TC } from "./tc/tc.ts";

/** A program */
export interface Program {
  readonly means: string;
  readonly manual: string;
  readonly grammar: Grammar;
  /** Reads a line up to its verb, for programs that have verbs */
  readonly reads?: ReadLine;
  /** Reads what the program prints, where its words tell; `null` where they don't */
  readonly prints?: (parsed: Parsed) => string | null;
  /** Lists the effects of a line, for programs whose words tell them */
  readonly effects?: EffectiveProgram["effects"];
  readonly unknown?: "looked at";
  /** Set for a program that changes nothing */
  readonly only?: Only;
  /** Returns the lines that do the same today, for a program that others have replaced */
  readonly today?: (said: Said) => readonly string[];
}

const APT_GET = grammar({
  words: {
    install: word("installs packages"),
    update: word("fetches the list of packages"),
    "-y": word("asks nothing"),
  },
  operands: [several("package", "a package of the distribution")],
});

/** The programs by name */
export const PROGRAMS: Readonly<Record<string, Program>> = {
  sudo: { means: "runs a command as root", manual: "sudo(8)", grammar: SUDO },
  nsenter: { means: "runs a command in another process's namespaces", manual: "nsenter(1)", grammar: NSENTER },
  "apt-get": { means: "installs packages", manual: "apt-get(8)", grammar: APT_GET },
  ip: {
    means: "manages interfaces, addresses, routes and network namespaces",
    manual: "ip(8)",
    grammar: IP,
    reads: objectLineReader("ip", IP),
  },
  brctl: {
    means: "manages bridges; ip link does the same today",
    manual: "brctl(8)",
    grammar: BRCTL,
    reads: objectLineReader("brctl", BRCTL),
  },
  bridge: {
    means: "manages bridges and their ports",
    manual: "bridge(8)",
    grammar: BRIDGE,
    reads: objectLineReader("bridge", BRIDGE),
  },
  nft: {
    means: "manages nftables: tables, chains and rules",
    manual: "nft(8)",
    grammar: NFT,
    reads: objectLineReader("nft", NFT),
  },
  tc: {
    means: "manages queueing disciplines",
    manual: "tc(8)",
    grammar: TC,
    reads: objectLineReader("tc", TC),
  },
  ifconfig: {
    means: "manages interfaces; ip addr and ip link do the same today",
    manual: "ifconfig(8)",
    grammar: IFCONFIG,
    today: ifconfigToday,
  },
  ipconfig: {
    means: "a program of Windows, which Linux does not have: the article means ifconfig",
    manual: "ifconfig(8)",
    grammar: IFCONFIG,
    today: ifconfigToday,
  },
  route: {
    means: "manages routes; ip route does the same today",
    manual: "route(8)",
    grammar: ROUTE,
    today: routeToday,
  },
  docker: { means: "manages containers, through Docker's daemon", manual: "docker(1)", ...DOCKER },
  dnsmasq: { means: "a name server", manual: "dnsmasq(8)", ...DNSMASQ },
  ss: { means: "shows the ports that programs have opened", manual: "ss(8)", grammar: SS },
  iptables: { means: "manages packet filtering and address translation", manual: "iptables(8)", ...IPTABLES },
  ip6tables: {
    means: "manages packet filtering and address translation for IPv6",
    manual: "ip6tables(8)",
    ...IPTABLES,
  },
  "iptables-legacy": {
    means: "iptables, with the kernel's older packet filter",
    manual: "iptables-legacy(8)",
    ...IPTABLES,
  },
  "iptables-nft": {
    means: "iptables, with the rules kept by nftables",
    manual: "iptables-nft(8)",
    ...IPTABLES,
  },
  "iptables-save": { means: "prints all rules of iptables", manual: "iptables-save(8)", grammar: IPTABLES_SAVE },
  "ip6tables-save": {
    means: "prints all rules of ip6tables",
    manual: "iptables-save(8)",
    grammar: IPTABLES_SAVE,
  },
  service: { means: "starts and stops services", manual: "service(8)", ...SERVICE },
  systemctl: { means: "controls systemd and its services", manual: "systemctl(1)", ...SYSTEMCTL },
  ln: { means: "makes links to files", manual: "ln(1)", ...LN },
  mkdir: { means: "makes folders", manual: "mkdir(1)", ...MKDIR },
  touch: { means: "makes empty files", manual: "touch(1)", ...TOUCH },
  find: { means: "finds files", manual: "find(1)", ...FIND },
  rm: { means: "removes files", manual: "rm(1)", ...RM },
  rmdir: { means: "removes empty folders", manual: "rmdir(1)", ...RMDIR },
  cp: { means: "copies files", manual: "cp(1)", ...CP },
  mv: { means: "moves and renames files", manual: "mv(1)", ...MV },
  tee: { means: "copies its input to files and to its output", manual: "tee(1)", ...TEE },
  sysctl: { means: "shows and changes kernel settings", manual: "sysctl(8)", ...SYSCTL },
  echo: { means: "prints its words", manual: "echo(1)", only: "prints", ...ECHO },
  cat: { means: "prints files", manual: "cat(1)", grammar: CAT, only: "looks" },
  ping: { means: "sends echo requests to a host", manual: "ping(8)", grammar: PING, only: "looks" },
  ls: { means: "lists the files in a folder", manual: "ls(1)", grammar: LS, only: "looks" },
  readlink: { means: "prints the target of a link", manual: "readlink(1)", grammar: READLINK, only: "looks" },
  grep: { means: "prints the lines that match a pattern", manual: "grep(1)", grammar: GREP, only: "looks" },
  mount: { means: "mounts filesystems, and lists mounts", manual: "mount(8)", ...MOUNT },
  modprobe: { means: "loads kernel modules", manual: "modprobe(8)", ...MODPROBE },
  sleep: { means: "waits", manual: "sleep(1)", grammar: SLEEP, only: "waits" },
  exit: { means: "leaves the shell", manual: "bash(1)", grammar: EXIT },
};
