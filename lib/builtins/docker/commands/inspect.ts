import { print } from "../../builtin.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { describe } from "../engine/describe.ts";
import { findContainer } from "../engine/find.ts";
import { DockerFailure } from "../failure.ts";
import { parseMixedFlags } from "../flags.ts";
import { compileTemplate } from "../go-template.ts";
import type { JsonValue } from "../go-template/json-value.ts";
import type { DockerCommand } from "./command.ts";

const FLAGS = [{ long: "format", short: "f", kind: "string" }] as const;

const INDENT = 4;

/** Equivalent to: `docker inspect` */
export const inspect: DockerCommand = {
  usage: "inspect [OPTIONS] NAME|ID [NAME|ID...]",
  summary: "Return low-level information on containers",
  async run(args, { output, errors }) {
    const { flags, rest } = parseMixedFlags(args, FLAGS);
    if (rest.length === 0)
      throw new DockerFailure(`"docker inspect" requires at least 1 argument.\nSee 'docker inspect --help'.`);
    const render = flags.format === null ? null : compileTemplate(flags.format);
    requireDaemon();
    const failures = [];
    const documents: JsonValue[] = [];
    const texts: string[] = [];
    for (const reference of rest) {
      try {
        const document = describe(findContainer(reference));
        documents.push(document);
        if (render !== null) texts.push(render(document));
      } catch (error) {
        if (!(error instanceof DockerFailure)) throw error;
        failures.push(error.message.replace("No such container", "No such object"));
      }
    }
    // With a template and nothing to show, Docker still ends the line
    print(output, render === null ? JSON.stringify(documents, null, INDENT) : texts.join("\n"));
    for (const failure of failures) print(errors, failure);
    return failures.length > 0 ? 1 : 0;
  },
};
