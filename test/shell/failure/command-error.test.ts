import { expect, test } from "bun:test";

import { type CommandError, failureOf } from "../../../lib/shell/failure/command-error.ts";
import { performer, shellOf } from "../on-this-machine.ts";
import { findCause } from "../../../lib/shell/failure/causes.ts";

const failed = (command: string, status: string) => `\`${command}\` failed with exit status ${status}`;

function errorOf(stderr: string, stdout = "", exitCode = 1): CommandError {
  return failureOf(performer(), "ip link add", { exitCode, stdout, stderr, ms: 0 });
}

test("it has the command as typed, the exit status, the program's words, what they mean, and the way out", () => {
  const error = errorOf("RTNETLINK answers: File exists\n", "", 2);
  expect(error).toMatchObject({
    message: failed("ip link add", "2: RTNETLINK answers: File exists"),
    command: "ip link add",
    exitCode: 2,
    stderr: "RTNETLINK answers: File exists\n",
    cause: findCause("RTNETLINK answers: File exists")?.cause ?? "a cause",
    tryThis: "ip address show; ip route show",
  });
});

test("the way out names what the command is about", () => {
  const outcome = { exitCode: 2, stdout: "", stderr: "Error: Unknown device type.\n", ms: 0 };
  const error = failureOf(performer(), "ip link add A type veth peer name B", outcome);
  expect(error.tryThis).toBe("sudo modprobe veth");
});

test("it knows no cause for words that it does not know", () => {
  expect(errorOf("flux compensator missing")).toMatchObject({ cause: null, tryThis: null });
});

test("it has the last words of many", () => {
  const lines = Array.from({ length: 40 }, (_line, number) => `line ${number}`);
  const { message } = errorOf(lines.join("\n"));
  expect(message).toEndWith("line 38\nline 39");
  expect(message).not.toContain("line 30\n");
});

test("it has what was printed on the output when there is nothing else", () => {
  expect(errorOf("", "said so\n").message).toEndWith(": said so");
  expect(errorOf("", "").message).toBe(failed("ip link add", "1"));
});

test("it is what a command that fails throws, with the text in which values are quoted", async () => {
  const { $ } = shellOf(performer());
  await expect(Promise.resolve($`ip link show dev ${"no such"}`)).rejects.toThrow(
    /^`ip link show dev 'no such'` .* \d+: /,
  );
});
