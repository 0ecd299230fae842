/**
 * A container's published ports, as a line gives them and as Docker reports them, in the same form.
 *
 * @module
 */
import { portName } from "../programs/docker/options/expose.ts";
import { spellRange } from "../programs/docker/options/port-range.ts";
import { parsePublish } from "../programs/docker/options/publish.ts";

/** Fields of docker-inspect(1) */
export interface InspectedPorts {
  readonly PortBindings: Readonly<
    Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[]>
  > | null;
  readonly PublishAllPorts: boolean;
}

/**
 * Lists the ports that a line publishes, sorted.
 *
 * @throws {DockerFailure} for what is not a port
 */
export function typedPorts(publish: readonly string[], publishAll: boolean): readonly string[] {
  const ports = publish.flatMap(parsePublish).map(({ exposed, address, hostPorts }) => {
    return spell(address ?? "", hostPorts === null ? "" : spellRange(hostPorts), portName(exposed));
  });
  return [...ports.toSorted(), ...all(publishAll)];
}

/** Lists the ports that a container was started with, sorted */
export function inspectedPorts({ PortBindings, PublishAllPorts }: InspectedPorts): readonly string[] {
  const ports = Object.entries(PortBindings ?? {}).flatMap(([name, bindings]) =>
    bindings.map(({ HostIp, HostPort }) => spell(HostIp, HostPort, name)),
  );
  return [...ports.toSorted(), ...all(PublishAllPorts)];
}

function spell(address: string, hostPort: string, name: string): string {
  const ofHost = address === "" ? [hostPort].filter((port) => port !== "") : [address, hostPort];
  return `-p ${[...ofHost, name.replace(/\/tcp$/, "")].join(":")}`;
}

function all(publishAll: boolean): readonly string[] {
  return publishAll ? ["-P"] : [];
}
