/**
 * Tables of `ip` lines, by topic. In a file of `lines/`, `# …` begins a scene; the lines of a scene follow one another in the same
 * network, one behind each mark:
 *
 *   given …         is there before, made by the real ip
 *   process         one in a network of its own, whose id is `$pid`
 *   entry NAME PATH of /var/run/netns, a symbolic link
 *   ours …          an ip line that is answered here, without the real ip
 *   real …          an ip line that may be the real one's
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

import { words } from "../../../lib/shell/template/words.ts";

const FOLDER = join(import.meta.dir, "lines");

/** Who is to answer a line */
export type Answerer = "ours" | "real";

/** An `ip` line, without the `ip` */
export interface IpLine {
  readonly by: Answerer;
  readonly words: readonly string[];
}

/** Lines that follow one another, in a network where some things are there */
export interface Scene {
  readonly title: string;
  /** Words of `ip`, one line each */
  readonly given: readonly string[];
  /** Whether there is a process in a network of its own */
  readonly process: "one" | "none";
  readonly entries: readonly { readonly name: string; readonly target: string }[];
  readonly lines: readonly IpLine[];
}

/** A scene in which nothing is there, and nothing happens */
export const EMPTY: Scene = { title: "", given: [], process: "none", entries: [], lines: [] };

/** All scenes, by the names of their files */
export function scenesByTopic(): [topic: string, scenes: readonly Scene[]][] {
  return readdirSync(FOLDER)
    .toSorted()
    .map((file) => [file.replace(".txt", ""), scenesIn(readFileSync(join(FOLDER, file), "utf8"))]);
}

/** Reads a file of `lines/` */
export function scenesIn(text: string): Scene[] {
  const scenes: Scene[] = [];
  for (const line of text.split("\n").map((one) => one.trim())) {
    if (line === "") continue;
    if (line.startsWith("# ")) scenes.push({ ...EMPTY, title: line.slice(2) });
    else scenes.push(withLine(scenes.pop() ?? EMPTY, line));
  }
  return scenes;
}

function withLine(scene: Scene, line: string): Scene {
  const [, mark = line, rest = ""] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
  switch (mark) {
    case "given":
      return { ...scene, given: [...scene.given, rest] };
    case "process":
      return { ...scene, process: "one" };
    case "entry": {
      const [name = "", target = ""] = rest.split(" ");
      return { ...scene, entries: [...scene.entries, { name, target }] };
    }
    case "ours":
    case "real":
      return { ...scene, lines: [...scene.lines, { by: mark, words: ipWords(rest) }] };
    default:
      throw new Error(`Cannot read the line "${line}" of a scene: it begins with none of the marks`);
  }
}

/** The words behind `ip`, as a shell splits them */
export function ipWords(line: string): readonly string[] {
  const text = `ip ${line}`.replaceAll("$pid", "@pid");
  const [, ...rest] = words(Object.assign([text], { raw: [text] }), []).argv;
  return rest.map((word) => word.replaceAll("@pid", "$pid"));
}
