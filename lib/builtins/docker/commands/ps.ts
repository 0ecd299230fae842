import { shortId } from "../../../values/container-id.ts";
import { print } from "../../builtin.ts";
import type { Container } from "../engine/container.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { readContainers } from "../engine/store.ts";
import { DockerFailure } from "../failure.ts";
import { parseMixedFlags } from "../flags.ts";
import type { DockerCommand } from "./command.ts";
import { ago } from "./duration.ts";

const FLAGS = [
  { long: "all", short: "a", kind: "switch" },
  { long: "quiet", short: "q", kind: "switch" },
  { long: "no-trunc", kind: "switch" },
] as const;

/** Docker's client leaves three blanks between columns, and cuts commands to 20 characters */
const GAP = 3;
const COMMAND_LENGTH = 20;

/** Equivalent to: `docker ps` */
export const ps: DockerCommand = {
  usage: "ps [OPTIONS]",
  summary: "List containers",
  async run(args, { output }) {
    const { flags, rest } = parseMixedFlags(args, FLAGS);
    if (rest.length > 0) throw new DockerFailure(`"docker ps" accepts no arguments.\nSee 'docker ps --help'.`);
    requireDaemon();
    const containers = readContainers().filter(({ state }) => flags.all || state.status === "running");
    const id = (container: Container) => (flags["no-trunc"] ? container.id : shortId(container.id));
    if (flags.quiet) for (const container of containers) print(output, id(container));
    else
      for (const line of table(containers.map((container) => row(container, id(container), flags["no-trunc"]))))
        print(output, line);
    return 0;
  },
};

const HEADINGS = ["CONTAINER ID", "IMAGE", "COMMAND", "CREATED", "STATUS", "PORTS", "NAMES"] as const;

function row(container: Container, id: string, whole: boolean): readonly string[] {
  const { settings, name, created, state } = container;
  const command = settings.command.join(" ");
  const shown = whole || command.length <= COMMAND_LENGTH ? command : `${command.slice(0, COMMAND_LENGTH - 1)}…`;
  const ports = state.status === "running" ? settings.exposed.map(({ port, protocol }) => `${port}/${protocol}`) : [];
  return [id, settings.image, `"${shown}"`, `${ago(created)} ago`, statusOf(container), ports.join(", "), name];
}

function statusOf({ state, run }: Container): string {
  if (state.status === "created" || run === null) return "Created";
  if (state.status === "running") return `Up ${ago(run.started)}`;
  return `Exited (${state.exitCode}) ${ago(state.finished)} ago`;
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const lines = [HEADINGS, ...rows];
  const widths = HEADINGS.map((_, column) => Math.max(...lines.map((cells) => (cells[column] ?? "").length)) + GAP);
  return lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("")
      .trimEnd(),
  );
}
