/**
 * Commands of `docker` that change nothing but a container's own files and processes, which are removed with it.
 *
 * @module
 */

/** Commands that change nothing, by their groups; those of no group first */
const COMMANDS: Readonly<Record<string, string>> = {
  "": "exec attach inspect ps logs images info version port top wait diff events history search stats help",
  container: "exec attach inspect ls list ps logs port top wait diff stats",
  image: "ls list inspect history",
  network: "ls list inspect",
  volume: "ls list inspect",
  system: "info df events",
  context: "ls show inspect",
};

const NAMES: ReadonlySet<string> = new Set(
  Object.entries(COMMANDS).flatMap(([group, commands]) =>
    commands.split(" ").map((command) => `${group} ${command}`.trimStart()),
  ),
);

/** Reports whether a command, by its name with its group, changes nothing */
export function isHarmless(name: string): boolean {
  return NAMES.has(name);
}
