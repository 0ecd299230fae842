import { expect, test } from "bun:test";

import { containerName, parseContainerName } from "../../../lib/values/name/container-name.ts";
import { refusalOf } from "../refusals.ts";

test.each(["web", "db", "a1", "1a", "Web_1.test-2", "silly_bohr", "a-", "a".repeat(300)])(
  "container name %j is accepted",
  (text) => {
    expect<string>(parseContainerName(text)).toBe(text);
  },
);

test.each(["", "a", "-web", ".web", "_web", "/web", "my web", "a/b", "web\n", "größe", "a:b", "--name", "$(id)"])(
  "container name %j is refused in Docker's words",
  (text) => {
    expect(refusalOf(containerName, text).reason).toStartWith("only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed");
  },
);
