/**
 * The value of `--volume`.
 *
 * @module
 */
import { posix } from "node:path";

import { DaemonFailure } from "../../../programs/docker/failure.ts";

/** A requested volume */
export interface RequestedVolume {
  readonly source: VolumeSource;
  /** The path in the container: absolute, and not the root itself */
  readonly target: string;
  readonly mode: VolumeMode;
}

/** A folder or file of the host, a named folder of the engine, or an anonymous one for one container */
export type VolumeSource =
  | { readonly kind: "folder"; readonly path: string }
  | { readonly kind: "named"; readonly name: string }
  | { readonly kind: "anonymous" };

/** The container's access: reading and writing, or reading only */
export type VolumeMode = "rw" | "ro";

/** Docker's words for a mode; `z` and `Z` are for SELinux, which is not used here */
const MODES: ReadonlyMap<string, VolumeMode> = new Map([
  ...["", "rw", "z", "Z", "rw,z", "rw,Z"].map((mode) => [mode, "rw"] as const),
  ...["ro", "ro,z", "ro,Z"].map((mode) => [mode, "ro"] as const),
]);

/** Further modes of Docker's */
const ABSENT = /^(?:(?:ro|rw|nocopy|[zZ]|r?(?:private|shared|slave)|consistent|cached|delegated)(?:,|$))+$/;
const BOTH_WAYS = /\bro\b.*\brw\b|\brw\b.*\bro\b/;

const NAME = /^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/;

/**
 * Parses the values of `--volume`: `FOLDER:TARGET`, `NAME:TARGET`, either with `:ro` or `:rw`, or `TARGET`
 * alone. Source: moby 20.10, `volume/mounts/linux_parser.go`, `daemon/volumes.go`.
 *
 * @throws {DaemonFailure} in Docker's words
 *
 * @example
 * ```ts
 * import { parseVolumes } from "./volume.ts";
 * import { expect } from "bun:test";
 *
 * expect(parseVolumes(["/srv/www:/www:ro"])).toEqual([
 *   { source: { kind: "folder", path: "/srv/www" }, target: "/www", mode: "ro" },
 * ]);
 * ```
 */
export function parseVolumes(texts: readonly string[]): readonly RequestedVolume[] {
  const asked = [...new Set(texts)].map(parseVolume);
  const sources = asked.filter(({ source }) => source.kind !== "anonymous");
  const taken = new Set<string>();
  for (const { target } of sources) {
    if (taken.has(target)) throw new DaemonFailure(`Duplicate mount point: ${target}`);
    taken.add(target);
  }
  // An anonymous volume is not needed where another one is mounted
  const others = asked.filter(({ source, target }) => source.kind === "anonymous" && !taken.has(target));
  return [...sources, ...new Map(others.map((volume) => [volume.target, volume])).values()];
}

function parseVolume(text: string): RequestedVolume {
  const [first = "", second, mode = "", ...extra] = text.split(":");
  if (first === "" || extra.length > 0 || second === "" || (second !== undefined && MODES.has(second) && mode === ""))
    throw second === "" && mode !== "" ? refused(text, first, "field Target must not be empty") : refused(text);
  const access = readMode(mode);
  if (second === undefined)
    return { source: { kind: "anonymous" }, target: readTarget(text, "", `/${first}`), mode: "rw" };
  const target = readTarget(text, first, second);
  const source = first.startsWith("/")
    ? ({ kind: "folder", path: posix.normalize(first) } as const)
    : ({ kind: "named", name: readName(first) } as const);
  return { source, target, mode: access };
}

function readMode(mode: string): VolumeMode {
  const known = MODES.get(mode);
  if (known !== undefined) return known;
  if (!ABSENT.test(mode) || BOTH_WAYS.test(mode)) throw new DaemonFailure(`invalid mode: ${mode}`);
  throw new DaemonFailure(`the embedded engine has no mode "${mode}" for a volume, only ro and rw`);
}

function readTarget(text: string, source: string, target: string): string {
  if (!target.startsWith("/"))
    throw refused(text, source, `invalid mount path: '${target}' mount path must be absolute`);
  const path = posix.normalize(target).replace(/(?<=.)\/+$/, "");
  if (/^\/+$/.test(path)) throw refused(text, source, "invalid specification: destination can't be '/'");
  return path.replace(/^\/+/, "/");
}

function readName(name: string): string {
  if (name.length === 1)
    throw new DaemonFailure(
      `create ${name}: volume name is too short, names should be at least two alphanumeric characters`,
    );
  if (NAME.test(name)) return name;
  throw new DaemonFailure(
    `create ${name}: "${name}" includes invalid characters for a local volume name, only "[a-zA-Z0-9][a-zA-Z0-9_.-]" ` +
      "are allowed. If you intended to pass a host directory, use absolute path",
  );
}

function refused(text: string, source = "", reason = ""): DaemonFailure {
  const config = `invalid mount config for type "${source.startsWith("/") ? "bind" : "volume"}"`;
  return new DaemonFailure(`invalid volume specification: '${text}'${reason === "" ? "" : `: ${config}: ${reason}`}`);
}
