import type { JsonObject, JsonValue } from "../../go-template/values/json-value.ts";
import { NIL_LIST } from "../../go-template/values/nil-list.ts";
import type { Container, ContainerSettings, Link } from "../container.ts";
import { describeNetwork } from "./describe-network.ts";
import { describeBindings, inOrder, portMap } from "./describe-ports.ts";
import { filesOf, readContainer } from "../store.ts";
import { describeAnonymous, describeBind, describeMounts } from "./describe-volumes.ts";
import { PRIVILEGED_HOST_CONFIG, UNSET_HOST_CONFIG } from "./unset.ts";

/** Docker's zero time */
const NEVER = "0001-01-01T00:00:00Z";

/** Documents a container as `docker inspect` does: all fields of Docker 20.10, in its order */
export function describe(container: Container): JsonValue {
  const { id, name, created, settings } = container;
  const files = filesOf(id);
  const networkFiles = filesOf(container.run?.filesOf ?? id);
  const [path = "", ...args] = settings.command;
  return {
    Id: id,
    Created: created,
    Path: path,
    Args: args,
    State: describeState(container),
    Image: settings.imageId,
    ResolvConfPath: networkFiles.resolvConf,
    HostnamePath: networkFiles.hostname,
    HostsPath: networkFiles.hosts,
    LogPath: files.output,
    Name: `/${name}`,
    RestartCount: 0,
    Driver: "overlay2",
    Platform: process.platform,
    MountLabel: "",
    ProcessLabel: "",
    AppArmorProfile: "",
    ExecIDs: NIL_LIST,
    HostConfig: {
      ...UNSET_HOST_CONFIG,
      Binds: orNil(settings.volumes.filter(({ kind }) => kind !== "anonymous").map(describeBind)),
      NetworkMode: settings.network,
      PortBindings: describeBindings(settings.published),
      AutoRemove: settings.removedOnExit,
      Dns: [...settings.dns],
      DnsSearch: [...settings.dnsSearch],
      PublishAllPorts: settings.publishAll,
      Links: orNil(settings.links.map((link) => describeLink(link, name))),
      ...(settings.privileged ? PRIVILEGED_HOST_CONFIG : {}),
    },
    GraphDriver: { Data: { LowerDir: "", MergedDir: "", UpperDir: "", WorkDir: "" }, Name: "overlay2" },
    Mounts: describeMounts(settings.volumes),
    Config: describeConfig(settings),
    NetworkSettings: describeNetwork(container),
  };
}

function describeConfig(settings: ContainerSettings): JsonObject {
  return {
    Hostname: settings.hostname,
    Domainname: "",
    User: "",
    AttachStdin: settings.interactive && settings.attached,
    AttachStdout: settings.attached,
    AttachStderr: settings.attached,
    ExposedPorts: portMap(settings.exposed, () => ({})),
    Tty: settings.terminal,
    OpenStdin: settings.interactive,
    StdinOnce: settings.interactive && settings.attached,
    Env: orNil(settings.environment),
    Cmd: [...settings.command],
    Image: settings.image,
    Volumes: describeAnonymous(settings.volumes),
    WorkingDir: settings.workingFolder === "/" ? "" : settings.workingFolder,
    Entrypoint: NIL_LIST,
    OnBuild: NIL_LIST,
    Labels: inOrder(settings.labels),
  };
}

/** Formats a link as `--link` takes it */
function describeLink({ server, alias }: Link, client: string): string {
  return `/${readContainer(server)?.name ?? server}:/${client}/${alias}`;
}

function orNil(list: readonly string[]): readonly JsonValue[] {
  return list.length === 0 ? NIL_LIST : list;
}

function describeState({ state, run, failedStart }: Container): JsonObject {
  return {
    Status: state.status,
    Running: state.status === "running",
    Paused: false,
    Restarting: false,
    OOMKilled: false,
    Dead: false,
    Pid: (state.status === "running" ? state.pid : null) ?? 0,
    ExitCode: state.status === "running" ? 0 : state.exitCode,
    Error: failedStart?.reason ?? "",
    StartedAt: run?.started ?? NEVER,
    FinishedAt: state.status === "exited" ? state.finished : NEVER,
  };
}
