import { Attachment } from "../engine/attach.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { findContainer } from "../engine/find.ts";
import { DockerFailure } from "../failure.ts";
import { parseMixedFlags } from "../flags.ts";
import type { DockerCommand } from "./command.ts";

const FLAGS = [{ long: "follow", short: "f", kind: "switch" }] as const;

/** Equivalent to: `docker logs` */
export const logs: DockerCommand = {
  usage: "logs [OPTIONS] CONTAINER",
  summary: "Fetch the logs of a container",
  async run(args, { output, errors }) {
    const { flags, rest } = parseMixedFlags(args, FLAGS);
    const [reference, ...others] = rest;
    if (reference === undefined || others.length > 0) {
      throw new DockerFailure(`"docker logs" requires exactly 1 argument.\nSee 'docker logs --help'.`);
    }
    requireDaemon();
    const container = findContainer(reference);
    using attachment = Attachment.to(container, "the start");
    attachment.closeInput();
    if (flags.follow && container.state.status === "running") await attachment.follow({ output, errors });
    else attachment.catchUp({ output, errors });
    return 0;
  },
};
