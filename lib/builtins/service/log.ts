import { readFileSync } from "node:fs";

/** How many lines of a log tell what went wrong */
const LINES = 5;

/** What a line of dockerd's log says, without its time: `time="…" level=error msg="…" error="…"` */
const MESSAGE = /^time="[^"]*" level=\w+ msg="((?:[^"\\]|\\.)*)"(.*)$/;

/** Of interest only to who reads all of the log */
const NOISE = /level=(?:info|debug)\b/;

/** The last lines of dockerd's log that say something */
export function endOfLog(file: string): string {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  const telling = lines.filter((line) => !NOISE.test(line));
  return (telling.length > 0 ? telling : lines).slice(-LINES).map(messageOf).join("\n");
}

function messageOf(line: string): string {
  const [, message, rest = ""] = MESSAGE.exec(line) ?? [];
  return message === undefined ? line : `${message.replaceAll('\\"', '"')}${rest}`;
}
