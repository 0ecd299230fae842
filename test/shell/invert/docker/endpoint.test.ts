/**
 * A container's place in a network, and its name.
 */
import { describe, expect, test } from "bun:test";

import { inspecting, taken, wayBack } from "./engine-with.ts";

const OUT = inspecting("1d0000000000ff", { networks: {} });
const IN = inspecting("1d0000000000ff", {
  networks: { net: { address: "10.7.0.2", aliases: ["nick", "1d0000000000", "other"] }, more: {} },
});
const PLAIN = inspecting("1d0000000000ff", { networks: { net: {} } });
const ID = "1d0000000000ff";
const LABS = inspecting(ID, { isLabs: true, networks: { net: {} } });

const CONNECT = "docker network connect net web";
const DISCONNECT = "docker network disconnect net web";
const BACK_IN = `docker network connect --ip 10.7.0.2 --alias nick --alias other net ${ID}`;
const BACK_OUT = `docker network disconnect net ${ID}`;

describe("of a network", () => {
  test.each([
    ["that it joins", CONNECT, OUT, IN, [BACK_OUT], [BACK_OUT]],
    ["that it joins while it has none", CONNECT, inspecting(ID, {}), IN, [BACK_OUT], [BACK_OUT]],
    ["that it can't join", CONNECT, OUT, OUT, [BACK_OUT], []],
    ["that it is in", CONNECT, IN, IN, [], []],
    ["that it leaves", DISCONNECT, IN, OUT, [BACK_IN], [BACK_IN]],
    [
      "that it leaves without more",
      DISCONNECT,
      PLAIN,
      OUT,
      [`docker network connect net ${ID}`],
      [`docker network connect net ${ID}`],
    ],
    ["that it can't leave", DISCONNECT, IN, IN, [BACK_IN], []],
    ["that it isn't in", DISCONNECT, OUT, OUT, [], []],
    ["that it leaves by going away", DISCONNECT, IN, {}, [BACK_IN], []],
    ["of nobody", CONNECT, {}, IN, [], []],
    ["that a lab's joins", CONNECT, inspecting(ID, { isLabs: true, networks: {} }), LABS, [], []],
    ["that a lab's leaves", DISCONNECT, LABS, inspecting(ID, { isLabs: true, networks: {} }), [], []],
  ])("%s", async (_what, line, before, after, planned, done) => {
    expect(await wayBack(line, before, after)).toMatchObject({ argv: line, before: planned, after: done });
  });

  test.each([
    [CONNECT, OUT, IN, "made"],
    [DISCONNECT, IN, OUT, "removed"],
  ])("%s: what it undoes", async (line, before, after, change) => {
    expect(taken((await wayBack(line, before, after)).completed)).toEqual([
      { kind: "docker endpoint", docker: ["docker"], network: "net", container: ID, change },
    ]);
  });
});

describe("of a name", () => {
  const LINE = "docker rename web other";
  test.each([
    ["that is changed", inspecting(ID, {}), [`docker rename ${ID} web`]],
    ["that is the same", { ...inspecting(ID, { name: "other" }), ...renamed() }, []],
    ["of a lab's", inspecting(ID, { isLabs: true }), []],
    ["of nobody", {}, []],
  ])("%s", async (_what, before, steps) => {
    const { completed, ...way } = await wayBack(LINE, before, {});
    expect(way).toEqual({ argv: LINE, before: steps, after: steps });
    expect(taken(completed)).toEqual(
      steps.map(() => ({ kind: "container name", docker: ["docker"], id: ID, was: "web", made: "other" })),
    );
  });

  /** Under the word that is typed */
  function renamed() {
    const [printed = null] = Object.values(inspecting(ID, { name: "other" }));
    return { "docker inspect --type container web": printed };
  }
});
