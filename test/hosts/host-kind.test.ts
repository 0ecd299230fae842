/** What hosts are called, and what a host that can't be opened says. */
import { expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import { bootId } from "../../lib/hosts/boot-id.ts";
import { HostError } from "../../lib/hosts/host-error.ts";
import { HOST_KINDS, THROW_AWAY_KINDS } from "../../lib/hosts/host-kind.ts";
import { BUN_COMMAND } from "../../lib/hosts/bun-command.ts";

test("two kinds are thrown away, and the third is the machine", () => {
  expect(THROW_AWAY_KINDS).toEqual({ sandbox: "sandbox", docker: "Docker host" });
  expect(HOST_KINDS).toEqual({ sandbox: "sandbox", docker: "Docker host", host: "machine" });
});

test("an error has its cause and the line to type", () => {
  const { name, message, cause, tryThis } = new HostError("m", "c", "t");
  expect({ name, message, cause, tryThis }).toEqual({ name: "HostError", message: "m", cause: "c", tryThis: "t" });
});

test("a start of the machine is known by the kernel's id of it", () => {
  expect(bootId()).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/);
  expect(`${bootId()}\n`).toBe(readFileSync("/proc/sys/kernel/random/boot_id", "utf8"));
});

test("Bun is this one, and takes no settings of the folder that it is started in", () => {
  expect(BUN_COMMAND).toEqual([
    process.execPath,
    "--no-env-file",
    "--no-install",
    "--config=/dev/null",
    "--tsconfig-override=/dev/null",
  ]);
});
