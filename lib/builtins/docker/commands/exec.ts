import { runWith } from "../../run-with.ts";
import { confinement } from "../engine/confinement.ts";
import type { Container } from "../engine/container.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { findContainer } from "../engine/find.ts";
import { DockerFailure } from "../failure.ts";
import type { Flags } from "../flag-table.ts";
import { parseFlags } from "../flags.ts";
import type { DockerCommand } from "./command.ts";
import { readEnvironment } from "./environment.ts";

const FLAGS = [
  { long: "interactive", short: "i", kind: "switch" },
  { long: "tty", short: "t", kind: "switch" },
  { long: "detach", short: "d", kind: "switch" },
  { long: "env", short: "e", kind: "list" },
  { long: "workdir", short: "w", kind: "string" },
] as const;

/** Equivalent to: `docker exec` */
export const exec: DockerCommand = {
  usage: "exec [OPTIONS] CONTAINER COMMAND [ARG...]",
  summary: "Run a command in a running container",
  async run(args, surroundings) {
    const { flags, rest } = parseFlags(args, FLAGS);
    const [reference, ...command] = rest;
    if (reference === undefined || command.length === 0) {
      throw new DockerFailure(`"docker exec" requires at least 2 arguments.\nSee 'docker exec --help'.`);
    }
    requireDaemon();
    const argv = enter(findContainer(reference), flags, command);
    if (!flags.detach) return runWith(argv, flags.interactive ? surroundings : { ...surroundings, input: null });
    Bun.spawn(argv, {
      detached: true,
      stdio: ["ignore", "ignore", "ignore"],
    }).unref();
    return 0;
  },
};

/** The command, in the container's namespaces, with its environment and capabilities */
function enter({ id, state, settings }: Container, flags: Flags<typeof FLAGS>, command: readonly string[]): string[] {
  if (state.status !== "running" || state.pid === 0) {
    throw new DockerFailure(`Error response from daemon: Container ${id} is not running`);
  }
  const folder = flags.workdir ?? settings.workingFolder;
  return [
    ...["nsenter", `--target=${state.pid}`, "--mount", "--net", "--uts", "--ipc", "--pid", "--"],
    ...confinement(),
    ...[
      "env",
      "--ignore-environment",
      `--chdir=${folder}`,
      ...settings.environment,
      ...readEnvironment(flags.env),
      ...command,
    ],
  ];
}
