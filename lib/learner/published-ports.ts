/**
 * The ports that a container is published on, as they are typed and as Docker tells them: in the same words.
 *
 * @module
 */
import { portName } from "../programs/docker/options/expose.ts";
import { spellRange } from "../programs/docker/options/port-range.ts";
import { parsePublish } from "../programs/docker/options/publish.ts";

/** Of docker-inspect(1) */
export interface InspectedPorts {
  readonly PortBindings: Readonly<
    Record<string, readonly { readonly HostIp: string; readonly HostPort: string }[]>
  > | null;
  readonly PublishAllPorts: boolean;
}

/**
 * What a line asks for, in order.
 *
 * @throws {DockerFailure} when it is no port
 */
export function typedPorts(publish: readonly string[], publishAll: boolean): readonly string[] {
  const ports = publish.flatMap(parsePublish).map(({ exposed, address, hostPorts }) => {
    return spell(address ?? "", hostPorts === null ? "" : spellRange(hostPorts), portName(exposed));
  });
  return [...ports.toSorted(), ...all(publishAll)];
}

/** What a container has been asked for, in order */
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
