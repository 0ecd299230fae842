/**
 * Changes to interfaces, made by iproute2's `ip`.
 *
 * @module
 */
import { BadValue } from "../../values/bad-value.ts";

/** The words of one `ip` command, after `ip` */
export type IpLine = readonly string[];

/** How many lines `ip` did, and what was answered to the next one; nothing was when all are done */
export interface Outcome {
  readonly done: number;
  readonly answer: string;
}

/** The kernel's answer in what `ip` says of it, or what `ip` says itself: `RTNETLINK answers: Invalid argument` */
const ANSWER = /^(?:RTNETLINK answers: |Error: )?(.+?)\.?$/m;

/** The answer where nobody is there to ask */
const MISSING = 'there is no "ip" in PATH, which the package iproute2 has';

/** Which line of a batch was refused */
const REFUSED_LINE = /^Command failed -:(\d+)$/m;

/** What `ip -batch` would read as more than a word: iproute2, lib/utils.c, getcmdline() and makeargs() */
const SPECIAL = /[#'"\\\s]/;

/**
 * Runs `ip`, once, for as many lines as there are, up to the first that is refused.
 *
 * Equivalent to: `ip $line`, or `printf '%s\n' "$lines" | ip -batch -`
 *
 * @throws {BadValue} if there are several lines, and a word in them that `ip -batch` would read otherwise
 */
export function ip(lines: readonly IpLine[]): Outcome {
  const [line, ...more] = lines;
  if (line === undefined) return { done: 0, answer: "" };
  const program = Bun.which("ip", { PATH: process.env["PATH"] ?? "" });
  if (program === null) return { done: 0, answer: MISSING };
  const { exitCode, stderr } =
    more.length === 0
      ? Bun.spawnSync([program, ...line])
      : Bun.spawnSync([program, "-batch", "-"], { stdin: batch(lines) });
  if (exitCode === 0) return { done: lines.length, answer: "" };
  const said = stderr.toString();
  const refused = Number(REFUSED_LINE.exec(said)?.[1] ?? 1);
  return {
    done: refused - 1,
    answer: ANSWER.exec(said)?.[1] ?? '"ip" does not say why',
  };
}

function batch(lines: readonly IpLine[]): Buffer {
  const special = lines.flat().find((word) => SPECIAL.test(word));
  if (special !== undefined) {
    const reason = `"ip -batch" would not read it as a name; name it alone`;
    throw new BadValue({
      value: special,
      kind: "one of several interfaces",
      reason,
      tryThis: null,
    });
  }
  return Buffer.from(lines.map((line) => `${line.join(" ")}\n`).join(""));
}
