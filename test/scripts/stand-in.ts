/** Stands in for `lib/cli/main.ts`: tells what it sees, and fails with 42 when its first argument is `fail`. */
import "ipaddr.js";
import "minimist";
import { join } from "node:path";
import "zx/core";
import type { Seen } from "./run.ts";

const sees: Seen = {
  arguments: process.argv.slice(2),
  bun: Bun.version,
  directory: process.cwd(),
  environment: process.env,
  executable: process.execPath,
  pid: process.pid,
  project: join(import.meta.dir, "../.."),
};
console.log(JSON.stringify(sees));
process.exitCode = process.argv[2] === "fail" ? 42 : 0;
