import { join } from "node:path";

const LAUNCHER = join(import.meta.dir, "../../scripts/wirework");

/**
 * Passes a recipe that was started directly (`recipes/point-to-point.ts`) to the launcher, which does the
 * rest. Does nothing when another program was started.
 */
export function handOver(recipe: object): void {
  queueMicrotask(async () => {
    // The program's own module, which is loaded already: its default export shows whether it is the recipe
    const main: { default?: unknown } = await import(Bun.main);
    if (main.default !== recipe) return;
    // Handlers come first: a signal before them would end only this program, and leave the run behind
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => running.kill(signal));
    const running = Bun.spawn([LAUNCHER, "run", Bun.main, ...process.argv.slice(2)], {
      stdio: ["inherit", "inherit", "inherit"],
    });
    process.exitCode = await running.exited;
  });
}
