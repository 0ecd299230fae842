/**
 * What a furnisher says, as its starter reads it. A shell stands in for the furnisher.
 */
import { expect, test } from "bun:test";
import { closeSync, openSync } from "node:fs";

import { FurnisherProcess } from "../../../../../lib/builtins/docker/engine/process/furnisher-process.ts";

/** What its starter reads when that shell has run these lines */
async function said(lines: string): Promise<unknown> {
  const nothing = openSync("/dev/null", "r+");
  try {
    await using furnisher = new FurnisherProcess(["sh", "-c", lines], [], [nothing, nothing, nothing]);
    return await furnisher.isReady();
  } finally {
    closeSync(nothing);
  }
}

test.each([
  ["ready", "echo ready >&3", "ready"],
  ["not, for this reason", "echo no such folder >&3", { reason: "no such folder" }],
  ["not, in several pieces", "echo no such >&3; sleep 0.1; echo folder >&3", { reason: "no such\nfolder" }],
  ["not, for no reason", "exit 1", { reason: "" }],
])("it is %s", async (_, lines, expected) => {
  expect(await said(lines)).toEqual(expected);
});
