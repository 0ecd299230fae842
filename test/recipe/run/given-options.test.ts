import { describe, expect, test } from "bun:test";

import { givenOptions } from "../../../lib/recipe/run/given-options.ts";
import type { Pending } from "../../../lib/shell/pending.ts";
import { shellOf } from "../../shell/on-this-machine.ts";
import { answering } from "../../support/terminal/answering.ts";

/** What these lines give, to the daemon and to containers */
function given(...pending: readonly Pending[]): readonly (readonly string[])[] {
  const { dockerd, run } = givenOptions(pending.map(({ line }) => line));
  return [[...dockerd], [...run]];
}

const { $ } = shellOf(answering(() => ({})).performer, ["docker", "ip", "echo"]);

const DEFAULTS = "/etc/default/docker";
const mtu = `DOCKER_OPTS="--mtu=1400 -b bridge0"`;

describe("of docker run", () => {
  test.each<readonly [string, Pending, readonly string[]]>([
    ["none", $`docker run base`, []],
    ["long ones", $`docker run --name=web --net none base`, ["name", "network", "net"]],
    ["short ones", $`docker run -i -t --rm base --name x`, ["interactive", "tty", "rm"]],
    ["short ones in one word", $`docker run -itp 80:80 base`, ["interactive", "tty", "publish"]],
    ["as root", $`sudo docker run -P base`, ["publish-all"]],
    ["in a group", $`sudo docker container run -d base`, ["detach"]],
    ["with options of the client", $`docker -H unix:///run/other.sock run -d base`, ["detach"]],
    ["those that it has not", $`docker run -d --nosuch base`, []],
    ["of another command", $`docker exec -i web ip addr`, []],
    ["of another program", $`ip run -d base`, []],
    ["as somebody", $`sudo -u nobody docker run -d base`, ["detach"]],
    ["of the client alone", $`docker --version`, []],
    ["of a pipe", $.pipe($`docker run -i base`, $`sudo docker run -t base`), ["interactive", "tty"]],
  ])("%s", (_what, pending, names) => {
    expect(given(pending)).toEqual([[], names]);
  });

  test("of several lines, each once", () => {
    expect(given($`docker run -i base`, $`docker run -it base`, $`docker run --tty -d base`)).toEqual([
      [],
      ["interactive", "tty", "detach"],
    ]);
  });
});

describe("of the daemon", () => {
  test.each<readonly [string, Pending, readonly string[]]>([
    ["at the end of its file", $.append(DEFAULTS)`echo ${mtu}`, ["bridge", "mtu"]],
    ["in its file", $.write(DEFAULTS)`echo ${mtu}`, ["bridge", "mtu"]],
    ["in another file", $.append("/etc/default/other")`echo ${mtu}`, []],
    ["in no file", $`echo ${mtu}`, []],
    ["of several words", $.append(DEFAULTS)`echo DOCKER_OPTS=--icc=false OTHER=--mtu`, ["icc"]],
    ["those that it has not", $.append(DEFAULTS)`echo ${'DOCKER_OPTS="--nosuch"'}`, []],
  ])("%s", (_what, pending, names) => {
    expect(given(pending)).toEqual([names, []]);
  });

  test("and of containers", () => {
    expect(given($`docker run -d base`, $.append(DEFAULTS)`echo ${mtu}`)).toEqual([["bridge", "mtu"], ["detach"]]);
  });
});

test("no lines give nothing", () => {
  expect(given()).toEqual([[], []]);
});
