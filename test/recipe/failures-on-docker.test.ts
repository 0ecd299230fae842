/**
 * What goes wrong on a real Docker Engine: each ends the run with one message, its cause and the way out, undone.
 */
import { expect, test } from "bun:test";

import { shareOf } from "../support/size.ts";
import { Mark } from "../support/mark.ts";
import { describeOnDocker } from "../support/machine/on-docker.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { takeSnapshot } from "../support/kernel/snapshot.ts";
import { wirework } from "../support/wirework.ts";
import { OF_CONTAINERS } from "./docker-failures/containers.ts";
import { OF_PROCESSES } from "./docker-failures/processes.ts";
import { OF_THE_DAEMON } from "./docker-failures/daemon.ts";

const ROOT = { name: "root", prefix: [] } as const;

/** What the recipes may run */
const PROGRAMS = [
  "docker",
  "service",
  "ip",
  "ln",
  "mkdir",
  "touch",
  "kill",
  "cat",
  "echo",
  "setpriv",
  "sleep",
  "ping",
  "iptables",
];

const FAILURES = [...OF_THE_DAEMON, ...OF_CONTAINERS, ...OF_PROCESSES];

describeOnDocker("on a Docker host", () => {
  test.each(shareOf("failures on Docker", FAILURES, { quick: 0.25, full: 1 }))(
    "$what: said with its cause and the way out, and undone",
    async ({ steps, told: message }) => {
      const before = takeSnapshot();
      const mark = new Mark();
      const file = recipeFile(steps, PROGRAMS);
      const ended = await wirework(ROOT, ["run", file, "--on", "docker"], { environment: mark.environment });
      expect(ended.stderr).toMatch(message);
      expect(ended.status).toBe(1);
      expect(mark.processes()).toEqual([]);
      expect(takeSnapshot()).toEqual(before);
    },
  );
});
