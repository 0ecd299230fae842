import { readFileSync } from "node:fs";

import { dockerOptions } from "./defaults-file.ts";
import { DefaultsFileError } from "./defaults-file-error.ts";
import { ServiceFailure } from "./service-failure.ts";

/** The file of Docker's options on Debian and Ubuntu */
const DEFAULTS = "/etc/default/docker";

/**
 * Reads the daemon's options from the host's file.
 *
 * @throws {ServiceFailure} when the file has a line that can't be parsed
 */
export function readDockerOptions(): readonly string[] {
  try {
    return dockerOptions(readFileSync(DEFAULTS, "utf8"));
  } catch (error) {
    throw error instanceof DefaultsFileError ? new ServiceFailure(error.message) : error;
  }
}
