import { beyond, times } from "../../resources/lists.ts";

/** What has become of a thing: it is to be taken back, is taken back already, or is somebody else's by now */
export type Standing = "ours" | "gone" | "another's";

/** Of something that is one of three things by now: as it was, as we made it, or as somebody else has made it */
export function standingOf<Value>(
  now: Value,
  { was, made }: { readonly was: Value; readonly made: Value | null },
): Standing {
  if (now === was) return "gone";
  return made === null || now === made ? "ours" : "another's";
}

/**
 * Compares what is listed now with what was listed before: what was made is there more often, what was removed less often.
 *
 * @param one which of them; `null` where the words don't say, and any that is new is ours
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
