import { expect, test } from "bun:test";

import { effectsIn } from "../../../lib/shell/invert/effects-in.ts";
import type { Argv } from "../../../lib/shell/invert/typed.ts";

function removesLink(argv: Argv): boolean {
  return effectsIn(argv).some(({ kind }) => kind === "container link");
}

test.each([
  ["--link other/db", true],
  ["--link=true other/db", true],
  ["--link=1 other/db", true],
  ["--link=t other/db", true],
  ["-l other/db", true],
  ["-l=true other/db", true],
  ["-fl other/db", true],
  ["-lf other/db", true],
  ["other/db --link", true],
  ["--link=false db", false],
  ["--link --link=false db", false],
  ["-f db", false],
  ["-- -l", false],
])("docker rm %s", (words, removes) => {
  const told = words.split(" ");
  expect(removesLink(["docker", "rm", ...told])).toBe(removes);
  expect(removesLink(["sudo", "docker", "container", "rm", ...told])).toBe(removes);
  expect(removesLink(["docker", "-H", "unix:///run/other.sock", "rm", ...told])).toBe(removes);
  expect(removesLink(["docker", "-DH=unix:///run/other.sock", "container", "rm", ...told])).toBe(removes);
});

test.each(["docker run --link db base", "docker ps -l", "ls -l", "docker --version"])("%s takes none away", (line) => {
  const [program = "", ...args] = line.split(" ");
  expect(removesLink([program, ...args])).toBe(false);
});
