/**
 * How a line of `docker` is read: the client's options, the command and its words.
 */
import { describe, expect, test } from "bun:test";

import { DOCKER } from "../../../lib/programs/docker/docker.ts";
import { parse, plainWords } from "../../../lib/programs/parse.ts";
import { planFor, wayBack } from "../../shell/invert/host-with.ts";

const UNKNOWN = "unknown";

/** Each that changes nothing: with a group and without */
const HARMLESS = [
  "exec attach inspect ps logs images info version port top wait diff events history search stats help".split(" "),
  "exec attach inspect ls list ps logs port top wait diff stats".split(" ").map((verb) => `container ${verb}`),
  "ls list inspect history".split(" ").map((verb) => `image ${verb}`),
  "ls list inspect".split(" ").flatMap((verb) => [`network ${verb}`, `volume ${verb}`]),
  "info df events".split(" ").map((verb) => `system ${verb}`),
  "ls show inspect".split(" ").map((verb) => `context ${verb}`),
].flat();

test.each(HARMLESS)("docker %s changes nothing", (command) => {
  expect(planFor(`docker ${command} web`)).toEqual({ kind: "none" });
});

const GROUPS =
  "builder buildx checkpoint compose config container context image manifest network node plugin secret service stack swarm system trust volume";

test.each(GROUPS.split(" "))("docker %s has a second word", (group) => {
  expect(planFor(`docker ${group}`)).toEqual({ kind: "none" });
  const reason = expect.stringContaining(`docker ${group} nonsense`);
  expect(planFor(`docker ${group} nonsense web`)).toEqual({ kind: UNKNOWN, reason });
});

/** What each has the same reason, or the same words, as */
test.each([
  ["image build /tmp", "build /tmp"],
  ["image pull web", "pull web"],
  ["image rm web", "rmi web"],
  ["image remove web", "rmi web"],
  ["image save web", "save web"],
  ["image save -o f web", "save -o f web"],
  ["container cp web:/a /b", "cp web:/a /b"],
  ["container export web", "export web"],
])("docker %s is docker %s", (long, short) => {
  expect(planFor(`docker ${long}`)).toEqual(planFor(`docker ${short}`));
  expect(JSON.stringify(planFor(`docker ${long}`))).not.toContain(`docker ${long.split(" ").slice(0, 2).join(" ")}`);
});

const CHANGES: Readonly<Record<string, string>> = {
  run: "makes a container",
  create: "makes a container",
  rm: "removes web",
  start: "starts web",
  stop: "stops web",
  restart: "restarts web",
  kill: "sends a signal to web",
  pause: "pauses web",
  unpause: "goes on with web",
};

test.each(Object.entries(CHANGES))("docker %s %s", (command, changes) => {
  expect(planFor(`docker ${command} web`)).toMatchObject({ kind: "undoable", changes });
  expect(planFor(`docker container ${command} web`)).toMatchObject({ kind: "undoable", changes });
  expect(planFor(`docker ${command} --help`)).toEqual({ kind: "none" });
});

test.each([
  ["rename web db", "renames web to db"],
  ["stop -t 1 web db", "stops web and db"],
  ["rm -f web db", "removes web and db"],
  ["rm --nonsense web db", "removes web and db"],
  ["rm -l /web/a db/b", "removes the link /web/a and db/b"],
  ["build -t web .", "builds the image web"],
  ["network create net", "makes a network"],
  ["network connect --ip 10.0.0.1 net web", "connects web to net"],
  ["network disconnect -f net web", "disconnects web from net"],
  ["volume create v", "makes a volume"],
])("docker %s %s", (line, changes) => {
  expect(planFor(`docker ${line}`)).toMatchObject({ kind: "undoable", changes });
});

test.each(
  "-c x,--context x,--config x,--config=x,-D,--debug,-H x,--host x,-l info,--log-level info,--tls,--tlscacert x,--tlscert x,--tlskey x,--tlsverify".split(
    ",",
  ),
)("docker %s goes before what leads back", async (globals) => {
  const { planned, argv } = await wayBack(`docker ${globals} volume create`, {});
  expect(planned).toEqual([expect.stringContaining(`docker ${globals} volume rm `)]);
  expect(argv.join(" ")).toContain(`docker ${globals} volume create --label wirework=`);
});

test.each(["docker", "docker --version", "docker -D", "docker --nonsense ps"])(
  "`%s` is the client's own to answer",
  (line) => {
    expect(planFor(line)).toEqual({ kind: "none" });
  },
);

describe("files of the host", () => {
  test.each([
    ["cp web:/a /b", UNKNOWN],
    ["cp /a web:/b", "none"],
    ["cp web:/a ./b:c", UNKNOWN],
    ["cp web:/a", "none"],
    ["cp", UNKNOWN],
    ["cp w:/a /x:/b", UNKNOWN],
    ["save web", "none"],
    ["save -o f web", UNKNOWN],
    ["save web --output=f", UNKNOWN],
    ["export -of web", UNKNOWN],
    ["run -v data:/srv base", UNKNOWN],
    ["create --volume=data:/srv base", UNKNOWN],
    ["run --volume d.a-t_a:/srv base", UNKNOWN],
    ["run -v /srv base", "undoable"],
    ["run -v /a:/b base", UNKNOWN],
    ["run -v=/a:/b base", UNKNOWN],
    ["run -v/a:/b base", UNKNOWN],
    ["run --volume=/a:/b base", UNKNOWN],
    ["run --volume /a:/b base", UNKNOWN],
    ["run -v /a:/b:rw base", UNKNOWN],
    ["run -v /a:/b:ro base", "undoable"],
    ["run -v /a:/b:z,ro base", "undoable"],
    ["run -v /a:/b:ro,z base", "undoable"],
    ["run -v /a:/b:rot base", UNKNOWN],
    ["run --mount type=bind,src=/a,dst=/b base", UNKNOWN],
    ["run --mount=src=/a,type=bind,dst=/b base", UNKNOWN],
    ["run --mount type=bind,src=/a,dst=/b,readonly base", "undoable"],
    ["run --mount type=bind,src=/a,ro base", "undoable"],
    ["run --mount type=tmpfs,dst=/b base", "undoable"],
    ["stop -t 1 /a:/b", "undoable"],
    ["stop web -t 1", "undoable"],
    ["stop -st HUP web", "undoable"],
    ["kill -sHUP web", "undoable"],
    ["stop", UNKNOWN],
    ["network connect net", UNKNOWN],
    ["network create -o /a:/b net", "undoable"],
    ["rename web", UNKNOWN],
    ["rename", UNKNOWN],
    ["rm", UNKNOWN],
    ["network disconnect net web -f", "undoable"],
    ["build --build-arg A=b --nobody-knows x -t web /tmp", "undoable"],
  ])("docker %s is %s", (line, kind) => {
    expect(planFor(`docker ${line}`).kind).toBe(kind as "none");
  });
});

test.each(["pull web", "rmi web", "network rm net", "volume rm v"])("docker %s has a reason of its own", (line) => {
  expect(planFor(`docker ${line}`)).toEqual({ kind: UNKNOWN, reason: expect.not.stringContaining("docker") });
});

test.each(
  [
    ..."-t 1,--time 1,--timeout 1,-s HUP,--signal HUP".split(",").map((one) => `stop ${one} web`),
    ..."-a,--attach,-i,--interactive,--detach-keys x".split(",").map((one) => `start ${one} web`),
    ..."--alias x,--driver-opt x,--gw-priority 1,--ip x,--ip6 x,--link x,--link-local-ip x"
      .split(",")
      .map((one) => `network connect ${one} net web`),
  ].map((line) => [line] as const),
)("docker %s is known", (line) => {
  expect(planFor(`docker ${line}`)).toMatchObject({
    kind: "undoable",
    changes: expect.stringMatching(/^(stops web|starts web|connects web to net)$/),
  });
});

test.each(["stop --nonsense web", "network connect --force net web", "network connect --nonsense net web"])(
  "nobody knows docker %s",
  (line) => {
    expect(planFor(`docker ${line}`).kind).toBe(UNKNOWN);
  },
);

test.each(["docker --help rm web", "docker -D --help rm web"])("`%s` only prints help", (line) => {
  expect(planFor(line)).toEqual({ kind: "none" });
});

test.each([
  "ps --all -f label=a --last 2",
  "images --all --digests",
  "images base",
  "logs --follow -n 3 web",
  "inspect --type container web",
  "version --format x",
  "build --build-arg A=1 -t a:b .",
  "rmi --force web",
  "top web aux",
  "stats --no-stream",
  "attach --no-stdin web",
  "wait web",
  "diff web",
  "search -f a=b base",
  "events --since 10m",
  "system df -v",
  "system events",
  "help run",
  "history -q base",
  "image history base",
  "container ls -a",
  "network ls --quiet",
  "volume inspect -f x data",
  "context show",
  "image inspect base",
])("every word of docker %s is known", (line) => {
  const { meanings, missing } = parse(DOCKER.grammar, plainWords(line.split(" ")));
  expect({ missing, unknown: meanings.filter(({ means }) => means === null) }).toEqual({ missing: [], unknown: [] });
});
