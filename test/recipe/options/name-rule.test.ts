import { expect, test } from "bun:test";

import { isNoLocalName } from "../../../lib/recipe/options/name-rule.ts";

test.each(["web", "localhost.example.com", "localhosts"])("%s is no local name", (known) => {
  expect(isNoLocalName("known")({ known })).toBeNull();
});

test.each(["localhost", "LocalHost", "ip6-localhost", "ip6-loopback", "ip6-allrouters"])("%s is one", (known) => {
  expect(isNoLocalName("known")({ known })).toBe(
    `--known cannot be "${known}", which every container's /etc/hosts has`,
  );
});
