/**
 * dockerd's log: where it begins for one start of the daemon, and what it says at last.
 *
 * @module
 */
import { fstatSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

/** The part of a log that one daemon wrote */
export interface Log {
  readonly file: string;
  /** How much others had written before, in bytes */
  readonly from: number;
}

const FILE = "/var/log/docker.log";

/** How many lines of a log tell what went wrong */
const LINES = 5;

/** What a line of dockerd's log says, without its time: `time="…" level=error msg="…" error="…"` */
const MESSAGE = /^time="[^"]*" level=\w+ msg=("(?:[^"\\]|\\.)*"|\S*)(.*)$/;

/** Of interest only to who reads all of the log: the client of its own containerd, and what this kernel has not */
const NOISE = /^time=.*(?: module=grpc|does not support|level=info msg="(?:skip )?loading plugin|snapshotter)/;

/** What is printed about the way to print help */
const HELP = /^(?:See 'dockerd --help'\..*|Usage: .*|A self-sufficient runtime .*|)$/;

/** Opens the log for a daemon that is to write to the descriptor, which is to be closed */
export function openLog(): Log & { readonly fd: number } {
  mkdirSync(dirname(FILE), { recursive: true });
  const fd = openSync(FILE, "a");
  return { file: FILE, from: fstatSync(fd).size, fd };
}

/**
 * What a daemon's log says at last: the words of its own with which it ended, which are no entries, or the last entries.
 * Without what only decorates them.
 */
export function tailOf({ file, from }: Log): string {
  return tail(readFileSync(file).subarray(from).toString());
}

/**
 * The same, of a text.
 *
 * @example
 * ```ts
 * import { tail } from "./log.ts";
 * import { expect } from "bun:test";
 *
 * const log = "Status: unknown flag: --nonsense\nSee 'dockerd --help'., Code: 125\n";
 * expect(tail(`time="2024-01-01T00:00:00Z" level=info msg="Starting up"\n${log}`)).toBe("unknown flag: --nonsense");
 * ```
 */
export function tail(text: string): string {
  const lines = text.trimEnd().split("\n");
  const own = lines.filter((line) => !line.startsWith("time=") && !HELP.test(line));
  if (own.length > 0) return own.slice(0, LINES).map(ownWords).join("\n");
  const entries = lines.filter((line) => !NOISE.test(line));
  return entries.slice(-LINES).map(messageOf).join("\n");
}

/** Said before the reason itself: moby, `cmd/dockerd`, `daemon/daemon_unix.go`, and docker/cli's `StatusError` */
const DECORATION =
  /^(?:failed to start daemon: |Status: |Error initializing network controller: |Error creating default "bridge" network: )+/;

function ownWords(line: string): string {
  return line.replace(DECORATION, "").replace(/, Code: \d+$/, "");
}

function messageOf(line: string): string {
  const [, message, rest = ""] = MESSAGE.exec(line) ?? [];
  if (message === undefined) return line;
  const words = message.startsWith('"') ? message.slice(1, -1).replaceAll('\\"', '"') : message;
  return `${words}${rest}`;
}
