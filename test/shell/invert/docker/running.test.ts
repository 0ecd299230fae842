/**
 * Whose containers are started again once Docker is.
 */
import { expect, test } from "bun:test";

import { seeRunning, startAgain } from "../../../../lib/shell/invert/docker/running.ts";
import { shown } from "../scene.ts";
import { inspecting, lookAt, taken } from "./engine-with.ts";

const CONTAINERS = {
  ...inspecting("1d", { name: "theirs" }),
  ...inspecting("2d", { name: "ended", status: "exited" }),
  ...inspecting("3d", { name: "labs", isLabs: true }),
  ...inspecting("4d", { name: "also", networks: { net: {} } }),
  "docker ps --all --quiet --no-trunc": "5d\n4d\n3d\n2d\n1d\n",
};

test("those of others that run, the first made first", async () => {
  const seen = await seeRunning(lookAt(CONTAINERS));
  expect(seen.map(({ name }) => name)).toEqual(["theirs", "also"]);
  const steps = startAgain(seen, "last");
  expect(steps.map(shown)).toEqual(["docker start 1d (last)", "docker start 4d (last)"]);
  expect(taken(steps)[0]).toEqual({
    kind: "container state",
    docker: ["docker"],
    id: "1d",
    was: "running",
    made: null,
  });
});

test("none where Docker doesn't answer", async () => {
  expect(await seeRunning(lookAt({}))).toEqual([]);
});
