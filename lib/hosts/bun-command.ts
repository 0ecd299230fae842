/** This Bun, deaf to the `.env`, `bunfig.toml` and `tsconfig.json` of the folder that it is started in */
export const BUN_COMMAND: readonly string[] = [
  process.execPath,
  "--no-env-file",
  "--no-install",
  "--config=/dev/null",
  "--tsconfig-override=/dev/null",
];
