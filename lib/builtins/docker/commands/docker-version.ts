import { print } from "../../builtin.ts";
import { reachDaemon, requireDaemon } from "../engine/daemon.ts";
import { compileTemplate } from "../go-template.ts";
import { NO_WORDS } from "../options/word-count.ts";
import { FORMAT_OPTIONS } from "../../../programs/docker/options/container-options.ts";
import { dockerCommand } from "./docker-command.ts";

/** The Docker version whose rules, addresses and names the engine follows */
const VERSION = "1.1";

const PLATFORM = `${process.platform}/${process.arch === "x64" ? "amd64" : process.arch}`;

/** Equivalent to: `docker --version` */
export const ONE_LINE = `Docker version ${VERSION}, build wirework`;

const CLIENT = `Client:
 Version:           ${VERSION} as wirework's embedded engine does it: rules, addresses and names as of 2014
 OS/Arch:           ${PLATFORM}
 Context:           default`;

const SERVER = `
Server:
 Engine:
  Version:          ${VERSION}
  OS/Arch:          ${PLATFORM}`;

const PART = { Version: VERSION, Os: process.platform } as const;
const STOPPED = { Version: "", Os: "" } as const;

/** Equivalent to: `docker version` */
export const version = dockerCommand({
  usage: "version [OPTIONS]",
  summary: "Show the Docker version information",
  options: FORMAT_OPTIONS,
  reads: "options anywhere",
  words: NO_WORDS,
  async run({ format }, _words, { output }) {
    const isRunning = reachDaemon() !== null;
    if (format === null || format === "") print(output, isRunning ? `${CLIENT}\n${SERVER}` : CLIENT);
    else print(output, compileTemplate(format)({ Client: PART, Server: isRunning ? PART : STOPPED }));
    requireDaemon();
    return 0;
  },
});
