import { print } from "../../builtin.ts";
import type { PublishedPort } from "../engine/container.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { portName } from "../../../programs/docker/options/expose.ts";
import { DockerFailure } from "../../../programs/docker/failure.ts";
import { BadPortRange, parsePortRange } from "../../../programs/docker/options/port-range.ts";
import { dockerCommand } from "./docker-command.ts";
import { findObject } from "./find-object.ts";

/** Equivalent to: `docker port` */
export const port = dockerCommand({
  usage: "port CONTAINER [PRIVATE_PORT[/PROTO]]",
  summary: "List port mappings or a specific mapping for the container",
  options: [],
  reads: "options anywhere",
  words: { least: 1, most: 2 },
  async run(_flags, [reference = "", asked = ""], { output }) {
    requireDaemon();
    const { state, run } = findObject(reference);
    const published = state.status === "running" ? (run?.endpoint?.published ?? []) : [];
    const lines = asked === "" ? published.map(mapping) : placesOf(asked, published, reference);
    for (const line of lines) print(output, line);
    return 0;
  },
});

function mapping(published: PublishedPort): string {
  return `${portName(published.exposed)} -> ${placeOf(published)}`;
}

function placeOf({ address, hostPort }: PublishedPort): string {
  return `${address}:${hostPort}`;
}

/** Lists the places of a port on the host. Source: docker/cli 20.10, `cli/command/container/port.go` */
function placesOf(asked: string, published: readonly PublishedPort[], reference: string): readonly string[] {
  const [, number = asked, protocol = "tcp"] = /^([^/]*)\/(.+)$/.exec(asked) ?? [];
  requireNumber(number);
  const found = published.filter(({ exposed }) => portName(exposed) === `${number}/${protocol}`);
  if (found.length > 0) return found.map(placeOf);
  throw new DockerFailure(`Error: No public port '${number}/${protocol}' published for ${reference}`);
}

function requireNumber(text: string): void {
  try {
    parsePortRange(text);
  } catch (error) {
    throw error instanceof BadPortRange ? new DockerFailure(error.message) : error;
  }
}
