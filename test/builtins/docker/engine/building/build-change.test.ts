/**
 * What each instruction of a Dockerfile makes of an image's settings.
 */
import { describe, expect, test } from "bun:test";

import { changeOf } from "../../../../../lib/builtins/docker/engine/images/build-change.ts";
import type { Deed } from "../../../../../lib/builtins/docker/dockerfile/instruction.ts";
import { DockerFailure } from "../../../../../lib/programs/docker/failure.ts";
import type { ImageConfig } from "../../../../../lib/builtins/docker/image.ts";

const PATH = "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

const BEFORE: ImageConfig = {
  command: ["/bin/bash"],
  environment: ["PATH=/bin", "A=1", "P=90"],
  exposed: [{ port: 80, protocol: "tcp" }],
};

const change = (does: Deed, before = BEFORE) => changeOf({ text: "", does }, before);
const env = (...variables: readonly (readonly [name: string, value: string])[]): Deed => ({
  kind: "ENV",
  variables: variables.map(([name, value]) => ({ name, value })),
});
const expose = (...ports: readonly string[]): Deed => ({ kind: "EXPOSE", ports });

describe("ENV", () => {
  test("sets variables, each in the place of one of that name or behind the others", () => {
    expect(change(env(["B", "x y"], ["A", "2"]))).toEqual({
      madeBy: "/bin/sh -c #(nop)  ENV B=x y A=2",
      config: { ...BEFORE, environment: ["PATH=/bin", "A=2", "P=90", "B=x y"] },
      command: null,
    });
  });

  test("has variables in names and values, as they were before the line", () => {
    expect(change(env(["A", "2"], ["B$A", "${A}3"])).config.environment).toEqual(["PATH=/bin", "A=2", "P=90", "B1=13"]);
  });

  test("begins with Docker's search path where there is none", () => {
    expect(change(env(["A", "2"]), { ...BEFORE, environment: ["XPATH=/x"] }).config.environment).toEqual([
      PATH,
      "XPATH=/x",
      "A=2",
    ]);
  });
});

describe("EXPOSE", () => {
  test("adds ports, each once, and is written down in the order of their texts", () => {
    expect(change(expose("91/udp", "80", "53-54/UDP"))).toEqual({
      madeBy: "/bin/sh -c #(nop)  EXPOSE 53-54/UDP 80 91/udp",
      config: {
        ...BEFORE,
        exposed: [
          { port: 80, protocol: "tcp" },
          { port: 91, protocol: "udp" },
          { port: 53, protocol: "udp" },
          { port: 54, protocol: "udp" },
        ],
      },
      command: null,
    });
  });

  test("takes words of variables apart, and nothing for nothing", () => {
    const before = { ...BEFORE, environment: ["PATH=/bin", "PORTS=1  2", "NONE="], exposed: [] };
    expect(change(expose("$PORTS", "$NONE", "3"), before).config.exposed).toEqual([
      { port: 1, protocol: "tcp" },
      { port: 2, protocol: "tcp" },
      { port: 3, protocol: "tcp" },
    ]);
  });

  test("takes the container's part of HOST:CONTAINER", () => {
    expect(change(expose("127.0.0.1:8080:90/sctp")).config.exposed).toContainEqual({ port: 90, protocol: "sctp" });
  });

  test.each([
    ["90/nope", "Invalid proto: nope"],
    ["x", "Invalid containerPort: x"],
    ["90-80/tcp", "Invalid containerPort: 90-80"],
    ["1:/udp", "Invalid containerPort: "],
  ])("refuses %s", (port, message) => {
    expect(() => change(expose(port))).toThrow(new DockerFailure(message));
  });
});

test("CMD is written down word by word", () => {
  expect(change({ kind: "CMD", command: ["sh", "-c", 'echo "$A"'] })).toEqual({
    madeBy: '/bin/sh -c #(nop)  CMD ["sh" "-c" "echo \\"$A\\""]',
    config: { ...BEFORE, command: ["sh", "-c", 'echo "$A"'] },
    command: null,
  });
});

test("RUN is a command, and changes no settings", () => {
  expect(change({ kind: "RUN", command: ["/bin/sh", "-c", "true"] })).toEqual({
    madeBy: "/bin/sh -c true",
    config: BEFORE,
    command: ["/bin/sh", "-c", "true"],
  });
});

test("FROM changes nothing", () => {
  const before = { ...BEFORE, environment: [] };
  expect(change({ kind: "FROM", image: "base" }, before)).toEqual({
    madeBy: "/bin/sh -c #(nop)  ",
    config: { ...BEFORE, environment: [PATH] },
    command: null,
  });
});
