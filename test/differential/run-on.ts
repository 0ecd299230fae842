/**
 * A recipe, run on a host of its own from outside.
 */
import { HOST_ENVIRONMENT } from "../../lib/hosts/environment.ts";
import type { ThrowAwayKind } from "../../lib/hosts/host-kind.ts";
import { readableProject } from "../support/project.ts";
import { TestHost } from "../support/host/test-host.ts";
import type { Look } from "./look.ts";
import type { RunAndLook } from "./run-and-look.ts";

const ROOT = { name: "root", prefix: [] } as const;

/** Opens a host, runs a recipe there, and looks around before each shell that it leaves, and at its end */
export async function runAndLook(kind: ThrowAwayKind, recipe: string): Promise<RunAndLook> {
  await using host = await TestHost.open(ROOT, kind);
  return JSON.parse(await printed(host, "run-and-look.ts", kind, recipe)) as RunAndLook; // what the script prints
}

/** Looks around on a host that is open */
export async function lookAround(host: TestHost, kind: ThrowAwayKind): Promise<Look> {
  return JSON.parse(await printed(host, "look-around.ts", kind)) as Look; // as above
}

function printed(host: TestHost, script: string, ...args: readonly string[]): Promise<string> {
  const file = `${readableProject()}/test/differential/${script}`;
  const running = Bun.spawn(host.entered([process.execPath, file, ...args]), {
    env: HOST_ENVIRONMENT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return running.stdout.text();
}
