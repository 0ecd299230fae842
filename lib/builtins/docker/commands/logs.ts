import { Attachment } from "../engine/streams/attach.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { exactly } from "../options/word-count.ts";
import { LOGS_OPTIONS } from "../../../programs/docker/options/container-options.ts";
import { dockerCommand } from "./docker-command.ts";
import { findObject } from "./find-object.ts";

/** Equivalent to: `docker logs` */
export const logs = dockerCommand({
  usage: "logs [OPTIONS] CONTAINER",
  summary: "Fetch the logs of a container",
  options: LOGS_OPTIONS,
  reads: "options anywhere",
  words: exactly(1),
  async run({ follow }, [reference = ""], { output, errors }) {
    requireDaemon();
    const container = findObject(reference);
    using attachment = Attachment.to(container, "the start");
    attachment.closeInput();
    if (follow && container.state.status === "running") await attachment.follow({ output, errors });
    else attachment.catchUp({ output, errors });
    return 0;
  },
});
