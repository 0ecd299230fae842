/**
 * `docker inspect`'s document of a container: all fields of Docker 20.10, in its order.
 */
import { describe as describing, expect, test } from "bun:test";

import type { Container } from "../../../../../lib/builtins/docker/engine/container.ts";
import { describe } from "../../../../../lib/builtins/docker/engine/describe/describe.ts";
import { BASE } from "../../../../../lib/builtins/docker/image.ts";
import { parseContainerName } from "../../../../../lib/values/name/container-name.ts";
import { parseIpv4 } from "../../../../../lib/values/address/ipv4.ts";
import { CONFIG, ENDPOINT, HOST_CONFIG, NETWORK_SETTINGS, STATE } from "../documents/unset.ts";

const ID = "0123456789abcdef".repeat(4) as Container["id"]; // what an id looks like

/** That nobody has */
const OTHER = "f".repeat(64) as Container["id"];

const CREATED: Container = {
  id: ID,
  name: parseContainerName("web"),
  created: "2014-06-01T00:00:00.000Z",
  settings: {
    hostname: "web-host",
    image: "base",
    imageId: BASE.id,
    volumes: [],
    command: ["sleep", "600", "s"],
    environment: [],
    labels: {},
    workingFolder: "/",
    network: "bridge",
    privileged: false,
    dns: [],
    dnsSearch: [],
    links: [],
    exposed: [],
    published: [],
    publishAll: false,
    attached: false,
    interactive: false,
    terminal: false,
    removedOnExit: false,
  },
  run: null,
  failedStart: null,
  state: { status: "created", exitCode: 0 },
};

const STARTED = "2014-06-01T00:00:01.000Z";

const RUNNING: Container = {
  ...CREATED,
  run: {
    started: STARTED,
    filesOf: ID,
    endpoint: {
      bridge: "docker7",
      address: parseIpv4("10.7.0.2"),
      prefix: 20,
      gateway: parseIpv4("10.7.0.1"),
      mac: "02:42:0a:07:00:02",
      mtu: 1500,
      veth: "vethAQI2QT",
      published: [
        { exposed: { port: 80, protocol: "tcp" }, address: parseIpv4("0.0.0.0"), hostPort: 8080 },
        { exposed: { port: 80, protocol: "tcp" }, address: parseIpv4("127.0.0.1"), hostPort: 8081 },
      ],
    },
  },
  settings: {
    ...CREATED.settings,
    exposed: [
      { port: 80, protocol: "tcp" },
      { port: 53, protocol: "udp" },
    ],
  },
  state: { status: "running", pid: 2778 },
};

type Document = Readonly<Record<string, unknown>>;

/** As it is read again by whoever parses it */
function documentOf(container: Container): Document {
  return JSON.parse(JSON.stringify(describe(container)));
}

function withSettings(settings: Partial<Container["settings"]>): Document {
  return documentOf({ ...CREATED, settings: { ...CREATED.settings, ...settings } });
}

test("of one that has never run, each field is there", () => {
  const folder = `/run/wirework-host/docker/containers/${ID}`;
  const document = {
    Id: ID,
    Created: "2014-06-01T00:00:00.000Z",
    Path: "sleep",
    Args: ["600", "s"],
    State: STATE,
    Image: BASE.id,
    ResolvConfPath: `${folder}/resolv.conf`,
    HostnamePath: `${folder}/hostname`,
    HostsPath: `${folder}/hosts`,
    LogPath: `${folder}/output`,
    Name: "/web",
    RestartCount: 0,
    Driver: "overlay2",
    Platform: "linux",
    MountLabel: "",
    ProcessLabel: "",
    AppArmorProfile: "",
    ExecIDs: null,
    HostConfig: HOST_CONFIG,
    GraphDriver: { Data: { LowerDir: "", MergedDir: "", UpperDir: "", WorkDir: "" }, Name: "overlay2" },
    Mounts: [],
    Config: CONFIG,
    NetworkSettings: NETWORK_SETTINGS,
  };
  const described = documentOf(CREATED);
  expect(described).toEqual(document);
  expect(Object.keys(described)).toEqual(Object.keys(document));
});

describing("its state", () => {
  test.each<[string, Partial<Container>, Readonly<Record<string, unknown>>]>([
    ["that has run", RUNNING, { Status: "running", Running: true, Pid: 2778, StartedAt: STARTED }],
    [
      "whose first process has ended",
      { ...RUNNING, state: { status: "running", pid: null } },
      { Status: "running", Running: true, StartedAt: STARTED },
    ],
    [
      "that has ended",
      { ...RUNNING, state: { status: "exited", exitCode: 4, finished: "2014-06-01T00:00:02.000Z" } },
      { Status: "exited", ExitCode: 4, StartedAt: STARTED, FinishedAt: "2014-06-01T00:00:02.000Z" },
    ],
    [
      "that could not start",
      { state: { status: "created", exitCode: 127 }, failedStart: { reason: "no such file", exitCode: 127 } },
      { ExitCode: 127, Error: "no such file" },
    ],
  ])("of one %s", (_what, container, state) => {
    expect(documentOf({ ...CREATED, ...container })["State"]).toEqual({ ...STATE, ...state });
  });
});

describing("its network", () => {
  const addresses = { Gateway: "10.7.0.1", IPAddress: "10.7.0.2", IPPrefixLen: 20, MacAddress: "02:42:0a:07:00:02" };
  test("is told while it runs, in its own place and in the network's", () => {
    expect(documentOf(RUNNING)["NetworkSettings"]).toEqual({
      ...NETWORK_SETTINGS,
      ...addresses,
      Bridge: "docker7",
      SandboxKey: "/proc/2778/ns/net",
      Ports: {
        "53/udp": null,
        "80/tcp": [
          { HostIp: "0.0.0.0", HostPort: "8080" },
          { HostIp: "127.0.0.1", HostPort: "8081" },
        ],
      },
      Networks: { bridge: { ...ENDPOINT, ...addresses } },
    });
  });

  test("is not told once it has ended", () => {
    const ended = { ...RUNNING, state: { status: "exited", exitCode: 0, finished: STARTED } } as const;
    expect(documentOf(ended)["NetworkSettings"]).toEqual(NETWORK_SETTINGS);
  });

  test("is another container's where it has joined that, as are its files", () => {
    const joined = documentOf({
      ...RUNNING,
      run: { started: STARTED, filesOf: OTHER, endpoint: null },
      settings: { ...CREATED.settings, network: `container:${OTHER}` },
    });
    expect(joined["NetworkSettings"]).toEqual({ ...NETWORK_SETTINGS, Networks: {} });
    for (const file of ["ResolvConfPath", "HostnamePath", "HostsPath"]) expect(joined[file]).toContain(OTHER);
    expect(joined["LogPath"]).toContain(ID);
  });
});

describing("what was asked for", () => {
  test.each<[Partial<Container["settings"]>, Readonly<Record<string, unknown>>]>([
    [{ attached: true }, { AttachStdout: true, AttachStderr: true }],
    [{ interactive: true }, { OpenStdin: true }],
    [
      { attached: true, interactive: true },
      { AttachStdin: true, AttachStdout: true, AttachStderr: true, OpenStdin: true, StdinOnce: true },
    ],
    [{ terminal: true }, { Tty: true }],
    [{ environment: ["A=1", "B"] }, { Env: ["A=1", "B"] }],
    [{ workingFolder: "/srv" }, { WorkingDir: "/srv" }],
    [{ labels: { b: "2", a: "1" } }, { Labels: { a: "1", b: "2" } }],
    [{ exposed: RUNNING.settings.exposed }, { ExposedPorts: { "53/udp": {}, "80/tcp": {} } }],
  ])("of %j is in the configuration", (settings, config) => {
    expect(withSettings(settings)["Config"]).toEqual({ ...CONFIG, ...config });
  });

  test("stands in the order of names", () => {
    expect(JSON.stringify(withSettings({ labels: { c: "3", a: "1", b: "2" } })["Config"])).toContain(
      '"Labels":{"a":"1","b":"2","c":"3"}',
    );
  });

  test.each<[Partial<Container["settings"]>, Readonly<Record<string, unknown>>]>([
    [{ removedOnExit: true }, { AutoRemove: true }],
    [{ publishAll: true }, { PublishAllPorts: true }],
    [{ network: "none" }, { NetworkMode: "none" }],
    [
      { privileged: true },
      { Privileged: true, SecurityOpt: ["label=disable"], MaskedPaths: null, ReadonlyPaths: null },
    ],
    [{ links: [{ server: OTHER, alias: "db" }] }, { Links: [`/${OTHER}:/web/db`] }],
    [
      {
        published: [
          { exposed: { port: 80, protocol: "tcp" }, address: null, hostPorts: { first: 8080, last: 8082 } },
          { exposed: { port: 80, protocol: "tcp" }, address: parseIpv4("10.0.0.1"), hostPorts: null },
          { exposed: { port: 53, protocol: "udp" }, address: null, hostPorts: { first: 53, last: 53 } },
        ],
      },
      {
        PortBindings: {
          "53/udp": [{ HostIp: "", HostPort: "53" }],
          "80/tcp": [
            { HostIp: "", HostPort: "8080-8082" },
            { HostIp: "10.0.0.1", HostPort: "" },
          ],
        },
      },
    ],
  ])("of the host with %j is in the host's", (settings, config) => {
    expect(withSettings(settings)["HostConfig"]).toEqual({ ...HOST_CONFIG, ...config });
  });

  test("of volumes is told three times", () => {
    const document = withSettings({
      volumes: [
        { kind: "folder", name: null, path: "/srv/a", target: "/a", mode: "ro" },
        { kind: "named", name: "data", path: "/v/data", target: "/b", mode: "rw" },
        { kind: "anonymous", name: "0f", path: "/v/0f", target: "/c", mode: "rw" },
      ],
    });
    expect(document["Mounts"]).toEqual([
      { Type: "bind", Source: "/srv/a", Destination: "/a", Mode: "ro", RW: false, Propagation: "rprivate" },
      {
        Type: "volume",
        Name: "data",
        Source: "/v/data",
        Destination: "/b",
        Driver: "local",
        Mode: "",
        RW: true,
        Propagation: "",
      },
      {
        Type: "volume",
        Name: "0f",
        Source: "/v/0f",
        Destination: "/c",
        Driver: "local",
        Mode: "",
        RW: true,
        Propagation: "",
      },
    ]);
    expect(document["HostConfig"]).toMatchObject({ Binds: ["/srv/a:/a:ro", "data:/b"] });
    expect(document["Config"]).toMatchObject({ Volumes: { "/c": {} } });
  });
});
