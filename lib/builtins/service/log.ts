/**
 * dockerd's log: the part of one daemon, and its last messages.
 *
 * @module
 */
import { fstatSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname } from "node:path";

/** The part of a log that one daemon wrote */
export interface Log {
  readonly file: string;
  /** The size of the earlier log, in bytes */
  readonly from: number;
}

const FILE = "/var/log/docker.log";

/** The number of lines that usually explain a failure */
const LINES = 5;

/** A line of dockerd's log: `time="…" level=error msg="…" error="…"` */
const MESSAGE = /^time="[^"]*" level=\w+ msg=("(?:[^"\\]|\\.)*"|\S*)(.*)$/;

/** Lines without interest here: of the client of its own containerd, and on features that this kernel lacks */
const NOISE = /^time=.*(?: module=grpc|does not support|level=info msg="(?:skip )?loading plugin|snapshotter)/;

/** dockerd's hints at its help */
const HELP = /^(?:See 'dockerd --help'\..*|Usage: .*|A self-sufficient runtime .*|)$/;

/** Opens the log for a daemon; the caller closes the descriptor */
export function openLog(): Log & { readonly fd: number } {
  mkdirSync(dirname(FILE), { recursive: true });
  const fd = openSync(FILE, "a");
  return { file: FILE, from: fstatSync(fd).size, fd };
}

/**
 * Returns a daemon's last words: the plain text with which it ended, or else its last log entries. Decoration
 * is removed.
 */
export function tailOf({ file, from }: Log): string {
  return tail(readFileSync(file).subarray(from).toString());
}

/**
 * Returns the last words in a text.
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

/** Prefixes of the actual reason: moby, `cmd/dockerd`, `daemon/daemon_unix.go`, and docker/cli's `StatusError` */
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
