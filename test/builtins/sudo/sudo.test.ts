import { expect, test } from "bun:test";

import { describeInSandbox } from "../../support/host/test-host.ts";

describeInSandbox((host) => {
  test.each([
    [["id", "-u"], "0\n"],
    [["-n", "id", "-u"], "0\n"],
    [["-E", "--", "echo", "-n", "a  b"], "a  b"],
    [["sudo", "sudo", "echo", "twice"], "twice\n"],
    [["docker", "run", "--rm", "base", "echo", "a builtin"], "a builtin\n"],
  ])("sudo %j runs the rest of the line, in-process and as a program", async (args, stdout) => {
    expect(await host().run(["sudo", ...args])).toEqual({ status: 0, stdout, stderr: "" });
    expect(await host().program`sudo ${args}`).toEqual({ status: 0, stdout, stderr: "" });
  });

  test.each([
    { options: ["-u", "nobody"] },
    { options: ["--user", "nobody"] },
    { options: ["-n", "-u", "#65534", "--"] },
    { options: ["-nEHunobody"] },
    { options: ["--preserve-env=PATH", "--user=nobody"] },
  ])("sudo $options runs it as another user, who has no power over the host", async ({ options }) => {
    expect(await host().$`sudo ${options} id -u`).toEqual({ status: 0, stdout: "65534\n", stderr: "" });
    const typed = "echo 1 > /proc/sys/net/ipv4/ip_forward";
    const stderr = "bash: line 1: /proc/sys/net/ipv4/ip_forward: Permission denied\n";
    expect(await host().$`sudo ${options} bash -c ${typed}`).toEqual({ status: 1, stdout: "", stderr });
    const link = await host().program`sudo ${options} ip link set lo down`;
    expect(link).toEqual({ status: 2, stdout: "", stderr: "RTNETLINK answers: Operation not permitted\n" });
  });

  test.each(["root", "#0"])("sudo -u %s is root still", async (user) => {
    expect(await host().$`sudo -u ${user} id -u`).toEqual({ status: 0, stdout: "0\n", stderr: "" });
  });

  test("passes on what is read, and how it ended", async () => {
    const script = "cat; echo err >&2; exit 7";
    const expected = { status: 7, stdout: "hi\n", stderr: "err\n" };
    expect(await host().typing({ input: "hi\n" })`sudo sh -c ${script}`).toEqual(expected);
    expect(await host().programReading("hi\n")`sudo sh -c ${script}`).toEqual(expected);
  });

  test.each([
    [[], "usage: sudo command [argument ...]\n"],
    [["-n"], "usage: sudo command [argument ...]\n"],
    [["-k", "id"], 'sudo: unknown option "-k"\n'],
    [["-u"], "usage: sudo command [argument ...]\n"],
    [["-u", "nobody"], "usage: sudo command [argument ...]\n"],
    [["-u", "nosuch", "id"], "sudo: unknown user nosuch\n"],
  ])("sudo %j ends with 1, and says why", async (args, stderr) => {
    expect(await host().run(["sudo", ...args])).toEqual({ status: 1, stdout: "", stderr });
  });

  test("of a program that is not there says so, with sudo's own status", async () => {
    const expected = { status: 1, stdout: "", stderr: "sudo: nosuch: command not found\n" };
    expect(await host().$`sudo nosuch`).toEqual(expected);
    expect(await host().program`sudo nosuch`).toEqual(expected);
  });
});
