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
