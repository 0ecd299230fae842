import { readFileSync } from "node:fs";

import { dockerOptions } from "./defaults-file.ts";
import { DefaultsFileError } from "./defaults-file-error.ts";
import { ServiceFailure } from "./service-failure.ts";

/** Where Docker's options are kept on Debian and Ubuntu */
const DEFAULTS = "/etc/default/docker";

/**
 * The words that the host's file has for the daemon now.
 *
 * @throws {ServiceFailure} when the file has a line that isn't read
 */
export function readDockerOptions(): readonly string[] {
  try {
    return dockerOptions(readFileSync(DEFAULTS, "utf8"));
  } catch (error) {
    throw error instanceof DefaultsFileError ? new ServiceFailure(error.message) : error;
  }
}
