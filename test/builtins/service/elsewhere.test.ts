import { expect, test } from "bun:test";

import { listensElsewhere, UNREACHABLE } from "../../../lib/builtins/service/elsewhere.ts";

test("a daemon that was told where to listen is asked there", () => {
  expect(listensElsewhere(["unix:///tmp/a.sock", "unix:///tmp/b.sock"])).toEqual({
    cause: "dockerd listens at unix:///tmp/a.sock and unix:///tmp/b.sock, as DOCKER_OPTS in /etc/default/docker says",
    tryThis: "docker -H unix:///tmp/a.sock …",
  });
});

test("of one that was told nothing there is nothing to say", () => {
  expect(listensElsewhere([])).toBeNull();
});

test.each([
  ["Cannot connect to the Docker daemon at unix:///tmp/a.sock. Is the docker daemon running?", true],
  ['error during connect: Get "http://foo:2375/_ping": dial tcp: lookup foo: no such host', true],
  ["Error response from daemon: No such container: web", false],
])("%p is said of a daemon that isn't reached: %p", (words, isUnreachable) => {
  expect(UNREACHABLE.test(words)).toBe(isUnreachable);
});
