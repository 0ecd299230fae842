import { print } from "../../builtin.ts";
import { requireDaemon } from "../engine/daemon.ts";
import { describe } from "../engine/describe.ts";
import { findContainer } from "../engine/find.ts";
import { DockerFailure } from "../failure.ts";
import { parseMixedFlags } from "../flags.ts";
import { renderTemplate, TemplateFailure } from "../go-template.ts";
import type { JsonValue } from "../go-template/json-value.ts";
import type { DockerCommand } from "./command.ts";

const FLAGS = [{ long: "format", short: "f", kind: "string" }] as const;

/** The client's exit status for a template that it can't read */
const BAD_TEMPLATE = 64;

/** Equivalent to: `docker inspect` */
export const inspect: DockerCommand = {
  usage: "inspect [OPTIONS] NAME|ID [NAME|ID...]",
  summary: "Return low-level information on containers",
  async run(args, { output, errors }) {
    const { flags, rest } = parseMixedFlags(args, FLAGS);
    if (rest.length === 0)
      throw new DockerFailure(`"docker inspect" requires at least 1 argument.\nSee 'docker inspect --help'.`);
    requireDaemon();
    const { documents, failures } = look(rest);
    if (flags.format === null) print(output, JSON.stringify(documents, null, INDENT));
    else for (const document of documents) print(output, render(flags.format, document));
    for (const failure of failures) print(errors, failure);
    return failures.length > 0 ? 1 : 0;
  },
};

const INDENT = 4;

/** What is there of those named, and what isn't */
function look(references: readonly string[]): {
  documents: JsonValue[];
  failures: string[];
} {
  const documents: JsonValue[] = [];
  const failures: string[] = [];
  for (const reference of references) {
    try {
      documents.push(describe(findContainer(reference)));
    } catch (error) {
      if (!(error instanceof DockerFailure)) throw error;
      failures.push(error.message.replace("No such container", "No such object"));
    }
  }
  return { documents, failures };
}

function render(template: string, document: JsonValue): string {
  try {
    return renderTemplate(template, document);
  } catch (error) {
    if (error instanceof TemplateFailure) throw new DockerFailure(error.message, BAD_TEMPLATE);
    throw error;
  }
}
