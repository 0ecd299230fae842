/**
 * `ip link set`.
 *
 * @module
 */
import { type InverseStep, type Plan, unknown } from "../inversion.ts";
import type { Typed } from "../typed.ts";
import { comparing, step } from "../undo-steps.ts";
import { restoreBridgeAddress, seeMaster } from "./bridge-address.ts";
import { changesOf, LOOPBACK, mayChangeOf } from "./link-set-words.ts";
import type { LinkState } from "./link-state.ts";
import { readLinkWords } from "./link-words.ts";
import { type Move, moved, networkBack, sameAs, seeMove } from "./move.ts";
import { restoreLink } from "./restore-link.ts";
import { valueOf } from "./words.ts";

/** Equivalent to: `ip link set dev NAME …` with what was before, and the way back from another network before that */
export function linkSet(typed: Typed, words: readonly string[]): Plan {
  const link = readLinkWords(words);
  const { name, netns } = link;
  const mayChange = mayChangeOf(link);
  if (typeof mayChange === "string") return unknown(mayChange);
  if (name === null) return unknown("it changes all links of a group");
  const newName = valueOf(link.tokens, "name") ?? name;
  const back = networkBack(typed.enter);
  if (netns !== null && back === null) return unknown(`nobody here knows how ${name} gets back from there`);
  return comparing<Move>({
    argv: typed.argv,
    changes: changesOf(name, link),
    async see(look) {
      const move = await seeMove(look, { enter: typed.enter, netns, name, newName });
      return { ...move, master: await seeMaster(look, typed.enter, link.tokens) };
    },
    steps(before, after) {
      const restored = steps(before, after, { mayChange, back: back ?? "1" });
      return restored.length === 0 ? [] : [...restored, ...restoreBridgeAddress(before.master)];
    },
  });
}

interface Meant {
  readonly mayChange: ReadonlySet<string>;
  /** What `netns` takes it back by */
  readonly back: string;
}

function steps(before: Move, after: Move | null, { mayChange, back }: Meant): readonly InverseStep[] {
  const { here, planned } = before;
  if (here === null || planned === null) return [];
  const isMove = planned.network.inode !== here.identity.network.inode;
  // Where another link has the name already, the kernel lets none in
  if (isMove && before.there !== null && after === null) return [];
  // First under its old name, which it has when the command has failed: one that is there may be another of its number
  const found = after === null ? null : (sameAs(after.here, here) ?? sameAs(after.there, here));
  if (after !== null && found === null) return [];
  const now = found?.identity ?? planned;
  if (!isMove || now.network.inode === here.identity.network.inode)
    return found === null && now.name === LOOPBACK
      ? restoreLoopback(here, mayChange)
      : restoreLink({ before: here, after: found, now, mayChange });
  return [
    step(now.network.enter, ["ip", "link", "set", "dev", now.name, "netns", back], {
      kind: "link",
      change: "made",
      ...now,
    }),
    ...restoreLink({ before: here, after: moved(here), now: { ...here.identity, name: now.name }, mayChange }),
  ];
}

/** The kernel adds its address as soon as it is up: Linux, net/ipv4/devinet.c, inetdev_event() */
const LOOPBACK_ADDRESS = "127.0.0.1/8 scope host";

/** As long as the command has not run */
function restoreLoopback(before: LinkState, mayChange: ReadonlySet<string>): readonly InverseStep[] {
  const { identity: now, addresses } = before;
  const after = { ...before, addresses: [...new Set([...addresses, LOOPBACK_ADDRESS])] };
  return [
    ...restoreLink({
      before,
      after: null,
      now,
      mayChange: new Set([...mayChange].filter((one) => one !== "addresses")),
    }),
    ...restoreLink({ before, after, now, mayChange: new Set(["addresses"]) }),
  ];
}
