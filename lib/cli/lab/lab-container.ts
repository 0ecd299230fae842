/**
 * Finds containers of a lab by people's names for them.
 *
 * @module
 */
import { HOST_ENVIRONMENT } from "../../hosts/environment.ts";
import { entering } from "../../hosts/holder-identity.ts";
import { LabError } from "../../labs/lab-error.ts";
import { isUnchanged } from "../../labs/lab-state.ts";
import type { LabContainer } from "../../labs/lab-record.ts";
import type { ContainerReference } from "../../values/name/container-reference.ts";
import type { ThrowAwayLab } from "./find-lab.ts";

/**
 * Returns the container's id or name, for a command line of docker.
 *
 * @throws {LabError} when there is none, or it does not run
 */
export async function findContainer(lab: ThrowAwayLab, reference: ContainerReference): Promise<string> {
  const known = knownAs(lab.containers, reference);
  if (known !== undefined && isUnchanged(known)) return known.id;
  const word = known?.id ?? reference;
  const state = await inspect(lab, word);
  if (state === "running") return word;
  if (state === "none")
    throw new LabError(
      `Cannot find the container "${reference}": the lab "${lab.name}" has no container with that name or id`,
      `it started with ${lab.containers.map(described).join(", ") || "none"}`,
      lab.containers.length === 0
        ? `wirework exec ${lab.name} ip netns exec ${reference} ip addr`
        : `wirework exec ${lab.name} docker ps --all`,
    );
  throw new LabError(
    `Cannot run in the container "${reference}" of the lab "${lab.name}": it is not running`,
    null,
    `wirework exec ${lab.name} docker start ${word}`,
  );
}

/** Finds a container; Docker's names come before the recipe's */
function knownAs(containers: readonly LabContainer[], reference: string): LabContainer | undefined {
  return (
    containers.find(({ name }) => name === reference) ?? containers.find(({ called }) => called.includes(reference))
  );
}

function described({ id, name, called }: LabContainer): string {
  return `${name} (${[...called, id].join(", ")})`;
}

/** Asks Docker for its state */
async function inspect({ host }: ThrowAwayLab, word: string): Promise<"running" | "stopped" | "none"> {
  const argv = ["docker", "inspect", "--type", "container", "--format", "{{.State.Running}}", word];
  const running = Bun.spawn(entering(host.holder, argv), {
    env: HOST_ENVIRONMENT,
    stdio: ["ignore", "pipe", "ignore"],
  });
  const [text, status] = await Promise.all([running.stdout.text(), running.exited]);
  if (status !== 0) return "none";
  return text.trim() === "true" ? "running" : "stopped";
}
