import { beyond, times } from "../../resources/lists.ts";

/** The standing of a thing: to be undone, undone already, or another's by now */
export type Standing = "ours" | "gone" | "another's";

/** Compares a value with those before and after our change */
export function standingOf<Value>(
  now: Value,
  { was, made }: { readonly was: Value; readonly made: Value | null },
): Standing {
  if (now === was) return "gone";
  return made === null || now === made ? "ours" : "another's";
}

/**
 * Compares a list with that from before: a created thing is listed more often, a removed one less often.
 *
 * @param one the entry; `null` when the words don't identify it, and any new entry counts as ours
 */
export function standingAmong(
  now: readonly string[],
  {
    one,
    before,
    change,
  }: { readonly one: string | null; readonly before: readonly string[]; readonly change: "made" | "removed" },
): Standing {
  if (one === null) return beyond(now, before).length > 0 ? "ours" : "gone";
  const [count, was] = [times(one, now), times(one, before)];
  return (change === "made" ? count > was : count < was) ? "ours" : "gone";
}
