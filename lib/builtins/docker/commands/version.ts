import { print } from "../../builtin.ts";
import { parseMixedFlags } from "../flags.ts";
import type { DockerCommand } from "./command.ts";

/** What the engine's rules and addresses are like */
const ERA = "1.1 (rules, addresses and names as of 2014)";

/** Equivalent to: `docker version` */
export const version: DockerCommand = {
  usage: "version",
  summary: "Show the engine's version",
  async run(args, { output }) {
    parseMixedFlags(args, []);
    const lines = [
      ["Client", "wirework, the embedded engine"],
      ["Server", "wirework, the embedded engine"],
      ["Behaves as Docker", ERA],
    ];
    for (const [name = "", value = ""] of lines) print(output, `${name}: ${value}`);
    return 0;
  },
};
