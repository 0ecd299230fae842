/**
 * Takes out of what a `docker` line prints what no two runs of it have in common.
 */
import type { Said } from "../../support/host/host-lines.ts";
import { ERA_DIFFERENCES, type EraDifference } from "./docker-eras.ts";

/** What is replaced, everywhere */
const REPLACED: readonly (readonly [RegExp, string])[] = [
  [/\b[0-9a-f]{64}\b/g, "ID"],
  [/\b[0-9a-f]{12}\b/g, "SHORT-ID"],
  // A made-up name: an adjective and a surname
  [/(?<=\/| )[a-z]+_[a-z]+\d?\b/g, "MADE-UP-NAME"],
  [/\b(?:Less than a second|About a minute|\d+ (?:second|minute)s?)\b/g, "A-TIME"],
  [/\b(?!0001-)\d{4}-\d\d-\d\dT[\d:.]+Z/g, "TIMESTAMP"],
  [/(?<="Pid":\s?)[1-9]\d*/g, "1"],
  // An interface's own number, and that of its peer
  [/^\d+: (?=eth0)/gm, "INDEX: "],
  [/(?<=eth0@if)\d+/g, "INDEX"],
  [/^Docker version \S+, build \S+$/gm, "Docker version VERSION, build BUILD"],
  // The client's own log, when it gives up waiting before it is told that it need not: it comes or not
  [/^time="[^"]*" level=error msg="error waiting for container: context canceled"\n/gm, ""],
  // Go's maps have no order
  [/(?<=network endpoints: )(?:none, host|host, none)(?=\.)/g, "NONE-AND-HOST"],
  // What there is to be said without a registry, by whoever looks for one
  [
    /(?<=^docker: Error response from daemon: )(?:Get "https:.* dial tcp: lookup .*|No such image: .* no registry to ask)\.$/gm,
    "NO-REGISTRY.",
  ],
  // Of an image: beside base, which here is the machine's own files, or with it
  [/\b\d+(?:\.\d+)?(?:B|kB|MB|GB)$/gm, "SIZE"],
  // As wide as the widest cell, which a time or a made-up name may be; what is empty has no width
  [/(?<=\S) {2,}(?=\S)/g, "  "],
];

/** What a line prints, and whether it asks for a process id, which is then all there is in its output */
export function normalise(line: string, { status, stdout, stderr }: Said, eras: readonly EraDifference[]): Said {
  const replaced = (text: string) => {
    const plain = REPLACED.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);
    return eras.reduce((rest, { forget }) => forget(rest), plain);
  };
  const isPid = line.includes("{{.State.Pid}}");
  const output = isPid ? stdout.replace(/^[1-9]\d*$/gm, "PID") : stdout;
  return { status, stdout: replaced(output), stderr: replaced(stderr) };
}

/** With all differences of era forgotten */
export function comparable(line: string, said: Said): Said {
  return normalise(line, said, ERA_DIFFERENCES);
}
