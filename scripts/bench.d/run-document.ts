/** What a run's document says of its time; `wirework run --json` */
export interface RunDocument {
  readonly ms: number;
  readonly steps: readonly { readonly commands: readonly { readonly ms: number }[] }[];
}

/**
 * Runs a recipe; its document.
 *
 * @throws {Error} when it fails: then its time says nothing
 */
export function documentOf(wirework: string, recipe: string): RunDocument {
  const { exitCode, stdout, stderr } = Bun.spawnSync([wirework, "run", recipe, "--json"]);
  if (exitCode !== 0) throw new Error(`Cannot time ${recipe}: it ended with ${exitCode}: ${stderr.toString().trim()}`);
  return JSON.parse(stdout.toString()) as RunDocument; // the contract of --json
}

/** The time of its commands, one after another */
export function commandTime({ steps }: RunDocument): number {
  return steps.flatMap(({ commands }) => commands).reduce((total, { ms }) => total + ms, 0);
}
