/**
 * Programs whose words wirework does not parse, and whose changes can't be undone.
 *
 * @module
 */

const RESTORES = "it replaces rules of any origin";

/** The reasons, as clauses, by the program's name */
export const NOT_UNDONE: Readonly<Record<string, string>> = {
  umount: "wirework does not know what to mount there again",
  kill: "a process that has ended is not started again",
  "iptables-restore": RESTORES,
  "ip6tables-restore": RESTORES,
};
