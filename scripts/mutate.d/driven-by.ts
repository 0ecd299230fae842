/** Names the tests that run code in a folder by command lines, without importing it. */

/** Runs the examples of docstrings */
export const EXAMPLES = { tag: "@example", test: "test/docs/examples.test.ts" } as const;

/**
 * Folders, and the test folders or files that run them, the most thorough first; the longest matching folder
 * counts
 */
export const DRIVEN_BY: Readonly<Record<string, readonly string[]>> = {
  "lib/builtins/docker": ["test/builtins/docker"],
  "lib/builtins/docker/engine": [
    "test/builtins/docker/engine",
    "test/builtins/docker/commands",
    "test/builtins/docker",
  ],
  "lib/hosts": ["test/hosts"],
  "lib/hosts/docker": ["test/hosts/docker", "test/builtins/service"],
  "lib/hosts/machine": ["test/cli/machine", "test/hosts"],
  "lib/hosts/sandbox": ["test/hosts/sandbox", "test/security"],
  "lib/labs": ["test/labs", "test/cli/machine", "test/cli/labs"],
  "lib/labs/machine": ["test/cli/machine", "test/faults"],
  "lib/labs/preflight": ["test/labs/preflight", "test/cli/machine"],
  "lib/recipe": ["test/recipe"],
  "lib/script": ["test/script"],
  "lib/shell/invert": ["test/shell/invert", "test/labs/undo.test.ts"],
};
