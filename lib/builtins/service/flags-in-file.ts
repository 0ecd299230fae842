import { type DaemonFlag, flagsIn } from "../../programs/docker/daemon-flags.ts";
import { DefaultsFileError } from "./defaults-file-error.ts";
import { dockerOptions } from "./defaults-file.ts";

/** Lists the daemon's options in the text of that file; none where the text is wrong, which is the daemon's to complain of */
export function flagsInFile(text: string): readonly DaemonFlag[] {
  try {
    return flagsIn(dockerOptions(text));
  } catch (error) {
    if (error instanceof DefaultsFileError) return [];
    throw error;
  }
}
