/** The times in a run's document; `wirework run --json` */
export interface RunDocument {
  readonly ms: number;
  readonly steps: readonly { readonly commands: readonly { readonly ms: number }[] }[];
}

/**
 * Runs a recipe, and returns its document.
 *
 * @throws {Error} when it fails: its time would mean nothing
 */
export function documentOf(wirework: string, recipe: string): RunDocument {
  const { exitCode, stdout, stderr } = Bun.spawnSync([wirework, "run", recipe, "--json"]);
  if (exitCode !== 0) throw new Error(`Cannot time ${recipe}: it ended with ${exitCode}: ${stderr.toString().trim()}`);
  return JSON.parse(stdout.toString()) as RunDocument; // The contract of --json
}

/** Sums the times of its commands */
export function commandTime({ steps }: RunDocument): number {
  return steps.flatMap(({ commands }) => commands).reduce((total, { ms }) => total + ms, 0);
}
