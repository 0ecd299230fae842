/**
 * A daemon that means no good, behind the machine's own Docker client.
 */
import { expect, test } from "bun:test";

import { describeOnDocker } from "../support/machine/on-docker.ts";
import { recipeFile } from "../support/recipe-file.ts";
import { wirework } from "../support/wirework.ts";
import { expectHarmless, watched } from "./harmless.ts";

/** What a daemon answers to a client that asks for its containers: the status, and lines of a module that make the body */
const BODIES: readonly (readonly [status: number, body: string])[] = [
  [200, "null"],
  [200, "{}"],
  [200, "5"],
  [200, "text"],
  [200, "'<html>' + text"],
  [200, "JSON.stringify([null, 5, [], text])"],
  [200, "JSON.stringify([{ Id: 5, Names: text }])"],
  [200, "JSON.stringify([{ Id: text, Image: text, Command: text, Status: text, Names: ['/' + text], Ports: [] }])"],
  [500, "JSON.stringify({ message: text })"],
  [500, "text"],
  [404, "JSON.stringify({ message: { text } })"],
  [500, "JSON.stringify({ message: text.repeat(500_000) })"],
];

/** Serves them on the socket of the host's own daemon, which is stopped; each is asked for once, and shown */
const SERVING = `
  const { unlinkSync } = await import("node:fs");
  await $\`service docker stop\`;
  const text = "$(touch /evil)\\u001b]0;evil\\u0007\\r\\u009b2J\\u0000'; touch /evil #";
  const bodies = [${BODIES.map(([status, body]) => `[${status}, ${body}]`).join(", ")}];
  let asked = 0;
  using server = Bun.serve({
    unix: "/var/run/docker.sock",
    fetch({ url }) {
      const headers = { "Api-Version": "1.41", "Content-Type": "application/json", "Docker-Experimental": "false" };
      if (url.endsWith("/_ping")) return new Response("OK", { headers });
      const [status, body] = bodies[asked++] ?? [200, "[]"];
      return new Response(body, { status, headers });
    },
  });
  for (const _ of bodies) {
    try { await $\`docker ps\`; } catch (error) { step(error.message); }
  }
  step("asked " + asked);`;

describeOnDocker("a daemon that means no good", () => {
  test.each([
    ["a transcript", []],
    ["a document", ["--json"]],
  ])("is shown in %s, and not obeyed", async (_, options) => {
    const file = recipeFile(watched(SERVING), ["docker", "service"]);
    const ended = await wirework({ name: "root", prefix: [] }, ["run", file, "--on", "docker", ...options]);
    expectHarmless(ended);
    expect({ status: ended.status, stderr: ended.stderr }).toEqual({ status: 0, stderr: "" });
    expect(ended.stdout).toContain(`asked ${BODIES.length}`);
    expect(ended.stdout).toContain("touch /evil");
  });
});
