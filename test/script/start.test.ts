/**
 * What a script makes sure of before it touches anything: who runs it, and which programs there are.
 */
import { describe, expect, test } from "bun:test";

import { bashText } from "../../lib/script/functions.ts";

interface Started {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the beginning of a script as root, or somebody else, with functions of bash in the place of programs */
function start(user: "root" | "another", standIns: string, then = "echo begun", programs = "ip"): Started {
  const text = bashText("start").replace("[[ $EUID == 0 ]]", user === "root" ? "true" : "false");
  const script = `set -euo pipefail\nNAME=test PROGRAMS=(${programs})\n${standIns}\n${text}\n${then}`;
  const { exitCode, stdout, stderr } = Bun.spawnSync(["bash", "-c", script], { env: { PATH: "/usr/bin:/bin" } });
  return { status: exitCode, stdout: stdout.toString(), stderr: stderr.toString() };
}

/** All programs are there, but for these */
const without = (...names: readonly string[]) =>
  `type() { [[ " ${names.join(" ")} " == *" $2 "* ]] || echo "/bin/$2"; }`;
const BEGUN = { status: 0, stdout: "begun\n", stderr: "" };

describe("somebody else than root", () => {
  test("needs sudo", () => {
    expect(start("another", without("sudo"))).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(/^test: .*\bsudo\b.*\n$/),
    });
  });

  test("needs one that lets them", () => {
    expect(start("another", `${without()}\nsudo() { return 1; }`)).toMatchObject({ status: 2, stdout: "" });
  });

  test("runs what needs root by it, and no function takes its place", () => {
    const sudo = `${without()}\nsudo() { echo "sudo $*"; }`;
    expect(start("another", sudo, "sudo ip link")).toEqual({
      status: 0,
      stdout: "sudo true\nsudo ip link\n",
      stderr: "",
    });
  });
});

describe("root", () => {
  test("needs no sudo", () => {
    expect(start("root", without("sudo"))).toEqual(BEGUN);
    expect(start("root", without("sudo"), 'sudo echo "a  b" c')).toMatchObject({ status: 0, stdout: "a  b c\n" });
  });

  test("has the status of what it runs", () => {
    expect(start("root", without("sudo"), "sudo sh -c 'exit 7' || echo $?")).toMatchObject({
      status: 0,
      stdout: "7\n",
    });
  });

  test("becomes another user without sudo, in that one's group", () => {
    const standIns = `${without("sudo")}\nsetpriv() { echo "setpriv $*"; }\nid() { echo "group of $2"; }`;
    expect(start("root", standIns, "sudo -u somebody cat /a b")).toMatchObject({
      status: 0,
      stdout: "setpriv --reuid=somebody --regid=group of somebody --clear-groups cat /a b\n",
    });
  });

  test("becomes another user by sudo where that is there", () => {
    const standIns = `${without()}\ncommand() { echo "$*"; }`;
    expect(start("root", standIns, "sudo -u somebody cat a")).toMatchObject({
      status: 0,
      stdout: "sudo -u somebody cat a\n",
    });
  });
});

describe("a program that is missing is named, with its package where that has another name", () => {
  test.each([
    ["ip", /^test: .*\bip\b.*apt-get install iproute2\n$/],
    ["brctl", /^test: .*\bbrctl\b.*apt-get install bridge-utils\n$/],
    ["perl", /^test: .*\bperl\b.*apt-get install perl-base\n$/],
    ["ping", /^test: .*\bping\b.*apt-get install iputils-ping\n$/],
    ["iptables", /^test: .*\biptables\b.*apt-get install iptables\n$/],
    ["htop", /^test: htop\b(?!.*apt-get).*\n$/],
  ])("%s", (program, says) => {
    expect(start("root", without(program), "echo begun", `ls ${program}`)).toEqual({
      status: 2,
      stdout: "",
      stderr: expect.stringMatching(says),
    });
  });
});

describe("Docker must answer where docker is used", () => {
  const SILENT = `${without()}\ndocker() { [[ $* != version ]]; }`;
  test("and nowhere else", () => {
    expect(start("root", SILENT)).toEqual(BEGUN);
    expect(start("root", SILENT, "echo begun", "docker-compose ip")).toEqual(BEGUN);
    expect(start("root", SILENT, "echo begun", "ip docker")).toMatchObject({ status: 2, stdout: "" });
    expect(start("root", `${without()}\ndocker() { :; }`, "echo begun", "ip docker")).toEqual(BEGUN);
  });
});
