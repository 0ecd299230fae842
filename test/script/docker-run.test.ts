/**
 * `docker run`, as far as a script has to know it.
 */
import { expect, test } from "bun:test";

import { detached, dockerRun } from "../../lib/script/docker-run.ts";
import { commandOf } from "./typed-commands.ts";

test.each([
  ["docker run base true", "for its end", "kept"],
  ["docker run -d base sleep 600", "for nothing", "kept"],
  ["docker run -it --rm base", "for its end", "removed"],
  ["docker run -dit --rm=true base -d", "for nothing", "removed"],
  ["docker run --detach=true base", "for nothing", "kept"],
  ["docker run base -d --rm", "for its end", "kept"],
  ["docker -H unix:///a run -d base", "for nothing", "kept"],
  ["docker run -d --detach=false --rm=0 base true", "for its end", "kept"],
  // With options that only a real engine has
  ["docker run --cpus one base", "for its end", "kept"],
  ["docker run -d --cpus one base sleep --rm", "for nothing", "kept"],
  ["docker run --cpus one --rm base true -d", "for its end", "removed"],
  ["docker run --init --detach base true", "for nothing", "kept"],
  ["docker run --init --detach=true --rm=true base true", "for nothing", "removed"],
  ["docker run --init -itd base true", "for nothing", "kept"],
  ["docker run --init -d", "for nothing", "kept"],
  ["docker run -u -d --rm base true", "for its end", "removed"],
  ["docker run --user -d base true", "for its end", "kept"],
  // With one that none has
  ["docker run --zzz --rmx base true", "for its end", "kept"],
  ["docker run --zzz -d --detached x base true", "for nothing", "kept"],
] as const)("%s waits %s, and is %s", (line, waits, afterEnd) => {
  expect(dockerRun(commandOf(`sudo ${line}`))).toEqual({ waits, afterEnd });
});

test.each(["docker ps", "docker rm -f run", "docker create base", "podman run -d base", "docker"])(
  "%s is none",
  (line) => {
    expect(dockerRun(commandOf(line))).toBeNull();
  },
);

test("is detached once", () => {
  expect(detached(["sudo", "docker", "run", "-it", "base", "run"])).toEqual([
    "sudo",
    "docker",
    "run",
    "-d",
    "-it",
    "base",
    "run",
  ]);
});
