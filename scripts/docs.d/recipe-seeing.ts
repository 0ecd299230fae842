/**
 * The part of a recipe's page on how to see what it has built.
 *
 * @module
 */
import { findSamples } from "../../lib/article/find-sample.ts";
import { promptedLine } from "../../lib/cli/commands/steps-text.ts";
import type { ArticleLine } from "../../lib/recipe/article-steps.ts";
import type { PlannedCheck } from "../../lib/recipe/run/report.ts";
import { reasonAgainstIpv4 } from "../../lib/values/address/ipv4.ts";
import { codeInCell, commands, escaped, fenced, paragraphs, table } from "./markdown.ts";
import { ARTICLE_PAGE, statementLink } from "./pages.ts";
import type { ReadRecipe } from "./shown.ts";

/** Lines that show something to the reader, not for a value that later lines need */
const LOOKS = /^(?:sudo )?(?:ip addr show|ip route$|brctl show|iptables (?!-[AID] ))/;

/** A check with packets, which is not a line to type */
const PACKETS = /^(?:ping|connect to) \S+ from /;

/** Explains how to look around, what the article looks at, and what a run proves */
export function seeingOf(read: ReadRecipe, lines: readonly ArticleLine[]): string {
  return paragraphs(lookingAround(read), looking(read, lines), proving(read));
}

function lookingAround({ name, outline }: ReadRecipe): string {
  const ping = outline.checks.flatMap(({ ran }) => pingIn(ran)).at(0);
  return paragraphs(
    "Keep it, and look around:",
    commands([
      [`up ${name}`, "builds it, and keeps it"],
      [`show ${name}`, "lists what is there"],
      [`shell ${name}`, "opens a shell on its host"],
      ...(ping === undefined ? [] : [[`exec ${name}:${ping.from} ping -c 1 ${ping.to}`, "sends a packet"] as const]),
      [`down ${name}`, "removes it"],
    ]),
  );
}

/** Finds pings from a container to an address that can be typed */
function pingIn(ran: string): readonly { readonly from: string; readonly to: string }[] {
  const [, to = "", from = ""] = /^ping (\S+) from (\S+)$/.exec(ran) ?? [];
  return from === "" || to.startsWith("127.") || reasonAgainstIpv4(to) !== null ? [] : [{ from, to }];
}

function looking({ name, recipe }: ReadRecipe, lines: readonly ArticleLine[]): string {
  const sampleOf = findSamples(recipe.article);
  const shown = lines
    .filter(({ text }) => LOOKS.test(text))
    .flatMap((line) => [promptedLine(line), ...(sampleOf(line.text)?.printed ?? [])]);
  if (shown.length === 0) return "";
  return paragraphs(
    "Lines with which the article looks around, and its output:",
    fenced("console", shown),
    `\`scripts/wirework steps ${name} --output\` prints today's output beside it, and why it differs.`,
  );
}

function proving({ outline }: ReadRecipe): string {
  const rows = outline.checks.map((check) => [
    statementLink(`../${ARTICLE_PAGE}`, check.claim),
    escaped(check.name),
    asked(check),
    expected(check),
  ]);
  return paragraphs("What a run proves:", table(["statement", "check", "what it does", "expected"], rows));
}

function asked({ ran }: PlannedCheck): string {
  return PACKETS.test(ran) ? escaped(ran) : codeInCell(ran);
}

function expected({ ran, expected }: PlannedCheck): string {
  return PACKETS.test(ran) ? escaped(expected) : expected.split("\n").map(codeInCell).join(" ");
}
