import { BUN_COMMAND } from "../../lib/hosts/bun-command.ts";
import { HOST_ENVIRONMENT } from "../../lib/hosts/environment.ts";
import { readableProject } from "./project.ts";
import type { TestHost } from "./host/test-host.ts";

/** Runs a program of this folder on a host; returns each line of its output, parsed as JSON */
export async function verdictsOn<Told>(
  host: TestHost,
  program: string,
  args: readonly string[],
): Promise<readonly Told[]> {
  const script = `${readableProject()}/test/support/${program}`;
  const running = Bun.spawn(host.entered([...BUN_COMMAND, script, ...args]), {
    env: { ...HOST_ENVIRONMENT, BUN_RUNTIME_TRANSPILER_CACHE_PATH: "0" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const [stdout, stderr, status] = await Promise.all([running.stdout.text(), running.stderr.text(), running.exited]);
  if (status !== 0 || stderr !== "") throw new Error(`${program} ended with ${status}: ${stderr}`);
  return stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Told);
}
