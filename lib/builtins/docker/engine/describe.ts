import type { JsonValue } from "../go-template/json-value.ts";
import type { Container, ContainerState, Endpoint, Link } from "./container.ts";
import { filesOf, readContainer } from "./store.ts";

/** How Docker writes a time that has not come */
const NEVER = "0001-01-01T00:00:00Z";

/** A container as `docker inspect` documents it: the fields that Docker had in the article's time, and those of its network today */
export function describe(container: Container): JsonValue {
  const { id, name, created, settings, state, run } = container;
  const files = filesOf(id);
  const [path = "", ...args] = settings.command;
  const endpoint = state.status === "running" ? (run?.endpoint ?? null) : null;
  const ports = Object.fromEntries(settings.exposed.map(({ port, protocol }) => [`${port}/${protocol}`, null]));
  return {
    Id: id,
    Created: created,
    Path: path,
    Args: args,
    State: describeState(state, run?.started ?? NEVER),
    Image: settings.image,
    ResolvConfPath: files.resolvConf,
    HostnamePath: files.hostname,
    HostsPath: files.hosts,
    LogPath: files.output,
    Name: `/${name}`,
    RestartCount: 0,
    Driver: "overlay2",
    HostConfig: {
      NetworkMode: settings.network,
      AutoRemove: settings.removedOnExit,
      Links: settings.links.length === 0 ? null : settings.links.map((link) => describeLink(link, name)),
      PortBindings: {},
      Privileged: false,
    },
    Config: {
      Hostname: settings.hostname,
      Domainname: "",
      User: "",
      ExposedPorts: ports,
      Tty: settings.terminal,
      OpenStdin: settings.interactive,
      Env: [...settings.environment],
      Cmd: [...settings.command],
      Image: settings.image,
      WorkingDir: settings.workingFolder === "/" ? "" : settings.workingFolder,
    },
    NetworkSettings: {
      ...describeEndpoint(endpoint),
      Ports: endpoint === null ? {} : ports,
    },
  };
}

/** As `--link` takes it again */
function describeLink({ server, alias }: Link, client: string): string {
  return `/${readContainer(server)?.name ?? server}:/${client}/${alias}`;
}

function describeState(state: ContainerState, started: string): JsonValue {
  const exited = state.status === "exited" ? state : null;
  return {
    Status: state.status,
    Running: state.status === "running",
    Paused: false,
    Restarting: false,
    Dead: false,
    Pid: (state.status === "running" ? state.pid : null) ?? 0,
    ExitCode: exited?.exitCode ?? 0,
    Error: "",
    StartedAt: started,
    FinishedAt: exited?.finished ?? NEVER,
  };
}

function describeEndpoint(endpoint: Endpoint | null): Record<string, JsonValue> {
  if (endpoint === null)
    return {
      Bridge: "",
      Gateway: "",
      IPAddress: "",
      IPPrefixLen: 0,
      MacAddress: "",
    };
  const { bridge, gateway, address, prefix, mac } = endpoint;
  return {
    Bridge: bridge,
    Gateway: gateway,
    IPAddress: address,
    IPPrefixLen: prefix,
    MacAddress: mac,
  };
}
