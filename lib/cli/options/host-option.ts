import { HOST_KINDS, type HostKind } from "../../hosts/host-kind.ts";
import { nearest } from "../../values/name/nearest.ts";
import { quoted } from "../../values/quoted.ts";
import { UsageError } from "../errors/usage-error.ts";

/**
 * Parses `--on HOST`.
 *
 * @throws {UsageError} when there is no such kind of host
 */
export function readHostKind(on: string): HostKind {
  if (isHostKind(on)) return on;
  const kinds = Object.keys(HOST_KINDS);
  const [last = "", ...others] = kinds.toReversed();
  throw new UsageError(
    `Cannot run on ${quoted(on)}: the hosts are ${others.toReversed().join(", ")} and ${last}`,
    `--on ${nearest(on, kinds) ?? "sandbox"}`,
  );
}

function isHostKind(on: string): on is HostKind {
  return Object.hasOwn(HOST_KINDS, on);
}
