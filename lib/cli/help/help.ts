import { parseArguments } from "../options/arguments.ts";
import type { Command } from "../command.ts";
import { type CommandOption, STANDARD_OPTIONS } from "../options/command-option.ts";
import { type CommandEntry, COMMANDS } from "../commands.ts";
import { findCommand } from "../find-command.ts";
import { spellings } from "../options/option-spec.ts";
import { printLine } from "../terminal/standard-output.ts";

/** A term and its explanation */
type Row = readonly [left: string, right: string];

const EXAMPLES: readonly Row[] = [
  ["wirework run point-to-point", "two containers on one cable, pinged both ways"],
  ["wirework run point-to-point --from 10.9.0.1", "with another address"],
  ["wirework run point-to-point --step", "line by line, with the changes of each"],
  ["wirework run link-icc-false --dry-run", "only print what it would type"],
  ["wirework show net-none-manual", "what a recipe builds, and its options"],
  ["wirework list --options", "the article's options, and the recipes that use them"],
  ["wirework claims --run", "the article's statements, all checked now"],
  ["wirework up point-to-point", "like run, but keeps the result"],
  ["wirework exec point-to-point ip link", "a command in the lab"],
  ["wirework shell point-to-point", "a shell in the lab"],
  ["wirework down point-to-point", "remove it"],
  ["wirework shell", "a fresh host: paste the article's lines"],
  ["wirework check point-to-point", "what you have built there by hand"],
  ["wirework steps point-to-point", "the article's lines, to read or to type"],
  ["wirework script point-to-point", "a standalone bash script"],
  ["wirework explain 'ip link set A up'", "a line, word by word"],
  ["wirework new my-link --from point-to-point", "a recipe of your own, to edit"],
  ["wirework run ./my-link.ts", "and to run"],
];

const EXIT_STATUSES: readonly Row[] = [
  ["0", "done"],
  ["1", "a step or a check failed, and all was undone; for check: something is missing"],
  ["2", "bad usage or input; nothing was touched"],
  ["3", "something could not be undone, and is named"],
  ["4", "refused by the recipe's permissions"],
  ["130, 143, 129, 141", "stopped by a signal or a closed output, and undone"],
];

const ENVIRONMENT: readonly Row[] = [
  ["WIREWORK_BUILTINS=off", "use the real ip, brctl and ping, if installed, instead of the builtins"],
  ["WIREWORK_BUNDLE=off", "run the program's modules instead of its bundle"],
  ["NO_COLOR=1", "no colours"],
];

const RECIPES_OWN = "the recipe's own (wirework show RECIPE)";

/** `wirework help` */
export const help: Command = async (argv) => {
  const { positionals, switches } = parseArguments(argv, { options: STANDARD_OPTIONS, mostPositionals: 1 });
  const [name] = positionals;
  const commands = name === undefined ? Object.values(COMMANDS) : [findCommand(name)];
  if (switches.has("json")) printLine(JSON.stringify({ schema: 1, commands: commands.map(documentOf) }));
  else for (const line of name === undefined ? overview() : commands.flatMap(about)) printLine(line);
  return 0;
};

function overview(): readonly string[] {
  const commands = Object.values(COMMANDS).map(({ usage, summary }): Row => [usage, summary]);
  return [
    'wirework: container networks wired by hand, as Docker\'s "Network Configuration" article does it',
    ...section("Examples", EXAMPLES),
    ...section("Commands", commands),
    ...optionSection(`Options of run, besides ${RECIPES_OWN}`, COMMANDS["run"]?.options ?? []),
    ...section("Environment", ENVIRONMENT),
    ...section("Exit status", EXIT_STATUSES),
  ];
}

function about({ usage, summary, options }: CommandEntry): readonly string[] {
  const name = usage.split(" ")[0] ?? "";
  const examples = EXAMPLES.filter(([line]) => `${line} `.startsWith(`wirework ${name} `));
  return [
    `wirework ${usage}: ${summary}`,
    ...(examples.length === 0 ? [] : section("Examples", examples)),
    ...optionSection(usage.endsWith("[OPTIONS]") ? `Options, besides ${RECIPES_OWN}` : "Options", options),
  ];
}

/** Formats options under a title, one per line */
export function optionSection(title: string, options: readonly CommandOption[]): readonly string[] {
  return section(
    title,
    options.map((option): Row => [`${spellings(option).toReversed().join(", ")}${option.placeholder}`, option.help]),
  );
}

function section(title: string, rows: readonly Row[]): readonly string[] {
  const width = Math.max(...rows.map(([left]) => left.length));
  return ["", title, ...rows.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`)];
}

function documentOf({ usage, summary, options }: CommandEntry): object {
  return { usage, summary, options: options.map(({ name, takes, help: text }) => ({ name, takes, help: text })) };
}
