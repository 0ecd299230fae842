import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { parseExpose, parseExposes } from "../../../../lib/programs/docker/options/expose.ts";
import { DockerFailure } from "../../../../lib/programs/docker/failure.ts";

describe("parseExpose()", () => {
  test.each([
    ["80", "80/tcp"],
    ["80/tcp", "80/tcp"],
    ["53/udp", "53/udp"],
    ["9/sctp", "9/sctp"],
    ["80/TCP", "80/tcp"],
    ["80/", "80/tcp"],
    ["80-82", "80/tcp 81/tcp 82/tcp"],
    ["80-80/udp", "80/udp"],
    ["65535", "65535/tcp"],
    ["0080", "80/tcp"],
  ])("reads %j as %s", (text, ports) => {
    const read = parseExpose(text).map(({ port, protocol }) => `${port}/${protocol}`);
    expect(read.join(" ")).toBe(ports);
  });

  // All but the last printed by Docker 20.10.24's own client for the same words
  test.each([
    ["80-79", "docker: invalid range format for --expose: 80-79, error: Invalid range specified for the Port: 80-79."],
    ["a", 'docker: invalid range format for --expose: a, error: strconv.ParseUint: parsing "a": invalid syntax.'],
    ["80:90", "docker: invalid port format for --expose: 80:90."],
    [
      "70000",
      'docker: invalid range format for --expose: 70000, error: strconv.ParseUint: parsing "70000": value out of range.',
    ],
    ["80-b", 'docker: invalid range format for --expose: 80-b, error: strconv.ParseUint: parsing "b": invalid syntax.'],
    ["80-", 'docker: invalid range format for --expose: 80-, error: strconv.ParseUint: parsing "": invalid syntax.'],
    ["-80", 'docker: invalid range format for --expose: -80, error: strconv.ParseUint: parsing "": invalid syntax.'],
    ["", "docker: invalid range format for --expose: , error: Empty string specified for ports."],
    ["/tcp", "docker: invalid range format for --expose: /tcp, error: Empty string specified for ports."],
    ["80/foo", "docker: invalid proto: foo."],
  ])("refuses %j", (text, message) => {
    expect(() => parseExpose(text)).toThrow(new DockerFailure(message, 125));
  });

  test("gives every port of any range, in order", () => {
    const port = fc.integer({ min: 0, max: 65_535 });
    fc.assert(
      fc.property(port, fc.integer({ min: 0, max: 20 }), (first, more) => {
        const last = Math.min(first + more, 65_535);
        const ports = parseExpose(`${first}-${last}/udp`).map((exposed) => exposed.port);
        expect(ports).toEqual(Array.from({ length: last - first + 1 }, (_, offset) => first + offset));
      }),
    );
  });
});

describe("parseExposes()", () => {
  test("gives a port that is named twice once, and the same port of another protocol too", () => {
    expect(parseExposes(["80", "79-81", "80/udp"]).map(({ port, protocol }) => `${port}/${protocol}`)).toEqual([
      "80/tcp",
      "79/tcp",
      "81/tcp",
      "80/udp",
    ]);
  });
});
