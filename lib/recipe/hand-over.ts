import { join } from "node:path";

const LAUNCHER = join(import.meta.dir, "../../scripts/wirework");

/**
 * Hands a recipe that was started by itself (`recipes/point-to-point.ts`) over to the launcher, which sees to
 * everything else. Does nothing when the program is another one.
 */
export function handOver(recipe: object): void {
  queueMicrotask(async () => {
    // The program's own module, as it is loaded already: its default export tells whether it is the recipe
    const main: { default?: unknown } = await import(Bun.main);
    if (main.default !== recipe) return;
    // First, as a signal in between would end this program only, and leave the run to itself
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => running.kill(signal));
    const running = Bun.spawn([LAUNCHER, "run", Bun.main, ...process.argv.slice(2)], {
      stdio: ["inherit", "inherit", "inherit"],
    });
    process.exitCode = await running.exited;
  });
}
