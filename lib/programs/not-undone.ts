/**
 * Programs of which wirework knows no words, and that what they do can't be undone.
 *
 * @module
 */

const RESTORES = "it replaces rules of any origin";

/** The reasons, by the program's name; each goes on a sentence */
export const NOT_UNDONE: Readonly<Record<string, string>> = {
  umount: "wirework does not know what to mount there again",
  kill: "a process that has ended is not started again",
  "iptables-restore": RESTORES,
  "ip6tables-restore": RESTORES,
};
