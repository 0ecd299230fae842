import type { Look } from "../resources/look.ts";

/** Looks once, and remembers what it saw: what a learner has built stands still while it is looked at */
export function remembering(look: Look): Look {
  const texts = new Map<string, Promise<string | null>>();
  return {
    ...look,
    text(argv) {
      const key = JSON.stringify(argv);
      const seen = texts.get(key) ?? look.text(argv);
      texts.set(key, seen);
      return seen;
    },
  };
}
