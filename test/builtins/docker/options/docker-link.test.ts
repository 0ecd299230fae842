import { describe, expect, test } from "bun:test";
import fc from "fast-check";

import { parseLink } from "../../../../lib/builtins/docker/options/docker-link.ts";

describe("parseLink()", () => {
  test.each([
    ["web", "web", "web"],
    ["stupefied_pare:db", "stupefied_pare", "db"],
    ["1f1f4c1f931a:d", "1f1f4c1f931a", "d"],
    ["/web:/client/db", "web", "db"],
    ["/web:db", "web", "db"],
  ])("reads %j", (text, container, alias) => {
    expect(parseLink(text)).toEqual({ container, alias });
  });

  // The first two printed by Docker 20.10.24's own client for the same words
  test.each([
    ["a:b:c", 'invalid argument "a:b:c" for "--link" flag: bad format for links: a:b:c'],
    ["", 'invalid argument "" for "--link" flag: empty string specified for links'],
    [":db", 'invalid argument ":db" for "--link" flag: bad format for links: :db'],
    ["web:", 'invalid argument "web:" for "--link" flag: bad format for links: web:'],
    ["/web:/client/", 'invalid argument "/web:/client/" for "--link" flag: bad format for links: /web:/client/'],
  ])("refuses %j", (text, message) => {
    expect(() => parseLink(text)).toThrow(message);
  });

  test.each(["db\n10.0.0.1 evil", "d b", "d\tb", "#db", "d\0b"])(
    "refuses the alias %j, which would be more than a name in /etc/hosts",
    (alias) => {
      expect(() => parseLink(`web:${alias}`)).toThrow("bad format for links");
    },
  );

  test("keeps the two sides of any colon", () => {
    const name = fc.stringMatching(/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/);
    fc.assert(
      fc.property(name, name, (container, alias) => {
        expect(parseLink(`${container}:${alias}`)).toEqual({
          container,
          alias,
        });
      }),
    );
  });
});
