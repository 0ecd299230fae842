/**
 * Containers of others go back into the state that they were in; those of a lab go away anyway.
 */
import { describe, expect, test } from "bun:test";

import { planFor } from "../host-with.ts";
import { inspecting, taken, wayBack } from "./engine-with.ts";

describe.each<[verb: string, was: string, planned: string | null]>([
  ["start", "exited", "stop"],
  ["start", "created", "stop"],
  ["start", "running", null],
  ["start", "paused", "pause"],
  ["stop", "running", "start"],
  ["stop", "paused", null],
  ["stop", "exited", null],
  ["restart", "exited", "stop"],
  ["restart", "running", null],
  ["kill", "running", "start"],
  ["kill", "exited", null],
  ["pause", "running", "unpause"],
  ["pause", "paused", null],
  ["pause", "exited", "stop"],
  ["pause", "created", "stop"],
  ["unpause", "paused", "pause"],
  ["unpause", "running", null],
])("docker %s of one that is %s", (verb, was, planned) => {
  const before = inspecting("1d", { status: was });

  test("is planned so", async () => {
    const way = await wayBack(`docker ${verb} web`, before, {});
    expect(way.before).toEqual(planned === null ? [] : [`docker ${planned} 1d`]);
    expect(way.argv).toBe(`docker ${verb} web`);
    expect(way.after).toEqual([]);
  });

  test("needs nothing when it came to nothing", async () => {
    expect((await wayBack(`docker ${verb} web`, before, before)).after).toEqual([]);
  });

  test("of a lab's needs nothing at all", async () => {
    const labs = inspecting("1d", { status: was, isLabs: true });
    const other = inspecting("1d", { status: was === "running" ? "exited" : "running", isLabs: true });
    expect(await wayBack(`docker ${verb} web`, labs, other)).toMatchObject({ before: [], after: [] });
  });
});

test.each<[was: string, made: string, way: string | null]>([
  ["running", "exited", "start"],
  ["running", "created", "start"],
  ["running", "paused", "unpause"],
  ["exited", "running", "stop"],
  ["exited", "paused", "stop"],
  ["created", "running", "stop"],
  ["created", "paused", "stop"],
  ["paused", "running", "pause"],
  ["paused", "exited", null],
])("from %s to %s, it goes back by what became of it", async (was, made, way) => {
  const { completed, after } = await wayBack(
    "docker kill -s HUP web",
    inspecting("1d", { status: was }),
    inspecting("1d", { status: made }),
  );
  expect(after).toEqual(way === null ? [] : [`docker ${way} 1d`]);
  expect(taken(completed)).toEqual(
    way === null ? [] : [{ kind: "container state", docker: ["docker"], id: "1d", was, made }],
  );
});

test("of several each is seen, by the container and not by its name", async () => {
  const before = { ...inspecting("1d", { status: "running" }), ...inspecting("2d", { name: "db", status: "running" }) };
  const after = { ...inspecting("1d", { status: "exited" }), ...inspecting("3d", { name: "db", status: "exited" }) };
  expect((await wayBack("docker stop -t 0 web db none", before, after)).after).toEqual(["docker start 1d"]);
});

test.each([
  ["stop"],
  ["kill -s HUP"],
  // An option of another one's, whose argument is no container
  ["kill -t 3 web"],
  ["pause -s HUP web"],
  ["start -t 3 web"],
  ["restart -a web"],
])("docker %s is not taken for something that it isn't", (command) => {
  expect(planFor(`docker ${command}`)).toMatchObject({ kind: "unknown" });
});

test.each([
  "stop -t 3 web",
  "stop --signal=HUP web",
  "restart --time 3 web",
  "kill -s HUP web",
  "start -ai web",
  "pause web",
])("docker %s names one container", (command) => {
  expect(planFor(`docker ${command}`)).toMatchObject({
    kind: "undoable",
    changes: expect.stringMatching(/^[^-]* web$/),
  });
});
