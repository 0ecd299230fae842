import { shortId } from "../../../../values/name/container-id.ts";
import { print } from "../../../builtin.ts";
import type { Container } from "../../engine/container.ts";
import { requireDaemon } from "../../engine/daemon.ts";
import { NOT_STARTED } from "../../engine/lifecycle.ts";
import { readContainers } from "../../engine/store.ts";
import { NO_WORDS } from "../../options/word-count.ts";
import { PS_OPTIONS } from "../../../../programs/docker/options/container-options.ts";
import { dockerCommand } from "../docker-command.ts";
import { ago } from "./duration.ts";
import { portList } from "./port-list.ts";
import { readFilters } from "./ps-filter.ts";
import { tableLines } from "./table-lines.ts";

/** Docker's client truncates commands to this length */
const COMMAND_LENGTH = 20;

/** Equivalent to: `docker ps` */
export const ps = dockerCommand({
  usage: "ps [OPTIONS]",
  summary: "List containers",
  options: PS_OPTIONS,
  reads: "options anywhere",
  words: NO_WORDS,
  async run(flags, _words, { output }) {
    const wanted = readFilters(flags.filter);
    requireDaemon();
    const all = readContainers();
    const shown = all.filter((container) => (flags.all || container.state.status === "running") && wanted(container));
    const show = flags["no-trunc"] ? inFull(all) : cut;
    const rows = shown.map((container) => ({ ...show(container), container }));
    const lines = flags.quiet ? rows.map(({ id }) => id) : tableLines(HEADINGS, rows.map(cellsOf));
    for (const line of lines) print(output, line);
    return 0;
  },
});

/** The fields that `--no-trunc` changes */
interface Shown {
  readonly id: string;
  readonly command: string;
  readonly names: string;
}

function cut({ id, name, settings }: Container): Shown {
  const command = commandLine(settings.command);
  const characters = [...command];
  const shown = characters.length <= COMMAND_LENGTH ? command : `${characters.slice(0, COMMAND_LENGTH - 1).join("")}…`;
  return { id: shortId(id), command: shown, names: name };
}

/** Shows them in full, including linked clients' names for a container */
function inFull(all: readonly Container[]): (container: Container) => Shown {
  return ({ id, name, settings }) => {
    const links = all.flatMap((client) =>
      client.settings.links.filter(({ server }) => server === id).map(({ alias }) => `${client.name}/${alias}`),
    );
    return { id, command: commandLine(settings.command), names: [...links, name].toSorted().join(",") };
  };
}

/** Formats a command. Source: moby 20.10, `container/view.go` */
function commandLine([path = "", ...args]: readonly string[]): string {
  return [path, ...args.map((word) => (word.includes(" ") ? `'${word}'` : word))].join(" ");
}

const HEADINGS = ["CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES"] as const;

function cellsOf({ id, command, names, container }: Shown & { readonly container: Container }): readonly string[] {
  const { settings, created } = container;
  const quotedCommand = JSON.stringify(command);
  return [id, settings.image, quotedCommand, `${ago(created)} ago`, statusOf(container), portsOf(container), names];
}

function statusOf({ state, run }: Container): string {
  if (state.status === "created" || run === null) return "Created";
  if (state.status === "running") return `Up ${ago(run.started)}`;
  return `Exited (${state.exitCode}) ${ago(state.finished)} ago`;
}

/** Lists the ports of a container on the bridge, or about to be there; Docker shows none for a failed start */
function portsOf({ settings, state, run, failedStart }: Container): string {
  if (settings.network !== "bridge" || state.status === "exited" || failedStart?.exitCode === NOT_STARTED) return "";
  return portList(settings.exposed, run?.endpoint?.published ?? []);
}
