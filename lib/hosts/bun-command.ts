/**
 * The command line of this Bun; it ignores `.env`, `bunfig.toml` and `tsconfig.json` in the folder where it
 * starts
 */
export const BUN_COMMAND: readonly string[] = [
  process.execPath,
  "--no-env-file",
  "--no-install",
  "--config=/dev/null",
  "--tsconfig-override=/dev/null",
];
