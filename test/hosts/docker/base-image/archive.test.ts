/**
 * The image `base` of a Docker host: kept by what it holds, and furnished as the article's is.
 */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { appendFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

import { baseImageArchive } from "../../../../lib/hosts/docker/base-image/archive.ts";
import { describeOnDocker } from "../../../support/machine/on-docker.ts";
import { emptyFolder, recipeFile } from "../../../support/recipe-file.ts";
import { wirework } from "../../../support/wirework.ts";

describeOnDocker("the archive", () => {
  const caches = emptyFolder();
  const kept = process.env["XDG_CACHE_HOME"];
  beforeAll(() => {
    process.env["XDG_CACHE_HOME"] = caches;
  });
  afterAll(() => {
    if (kept === undefined) delete process.env["XDG_CACHE_HOME"];
    else process.env["XDG_CACHE_HOME"] = kept;
  });

  const sha256 = (file: string) => new Bun.CryptoHasher("sha256").update(readFileSync(file)).digest("hex");

  test("is named after what it holds, is the same whenever it is made, and leaves nothing beside it", () => {
    const archive = baseImageArchive();
    expect(archive).toEndWith(`-${sha256(archive)}.tar`);
    rmSync(archive);
    expect(baseImageArchive()).toBe(archive);
    expect(readdirSync(join(caches, "wirework"))).toHaveLength(1);
  });

  test("is the only one: what was made of older programs, and what an interrupted making left, is removed with it", () => {
    const archive = baseImageArchive();
    const folder = join(caches, "wirework");
    rmSync(archive);
    mkdirSync(join(folder, "base-making-4194305-XXXXXX/root"), { recursive: true });
    mkdirSync(join(folder, `base-making-${process.pid}-XXXXXX`));
    writeFileSync(join(folder, "base-0123456789abcdef-0123456789abcdef.tar"), "old");
    const others = ["other.tar", "base-0123456789abcdef-0123456789abcdef.tar.gz"];
    for (const name of others) writeFileSync(join(folder, name), "somebody else's");
    expect(baseImageArchive()).toBe(archive);
    expect(readdirSync(folder).toSorted()).toEqual(
      [basename(archive), `base-making-${process.pid}-XXXXXX`, ...others].toSorted(),
    );
  });

  test("is made again when somebody has changed it", () => {
    const archive = baseImageArchive();
    appendFileSync(archive, "no image");
    expect(baseImageArchive()).toBe(archive);
    expect(archive).toEndWith(`-${sha256(archive)}.tar`);
  });
});

describeOnDocker("a container of it", () => {
  test("has the article's programs and prompt, BusyBox's others, and a port that it exposes", async () => {
    const file = recipeFile(
      `await $\`docker run --rm base ls -l /bin/bash /bin/ping /sbin/ip /bin/vi\`;
       const shell = await $.terminal("63f36fc01b5f")\`docker run -i -t base\`;
       await shell.type\`ip route\`;
       await $\`docker inspect -f '{{json .Config.ExposedPorts}}' \${shell}\`;`,
      ["docker"],
    );
    const { status, stdout, stderr } = await wirework({ name: "root", prefix: [] }, ["run", file, "--on", "docker"]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^-rwxr-xr-x .* \/bin\/bash\n-rwxr-xr-x .* \/bin\/ping\nlrwxrwxrwx .* \/bin\/vi -> /m);
    expect(stdout).toMatch(/^-rwxr-xr-x .* \/sbin\/ip$/m);
    expect(stdout).toMatch(/^root@[\da-f]{12}:\/# ip route\ndefault via 172\.17\.0\.1 dev eth0 ?$/m);
    expect(stdout).toContain('\n{"80/tcp":{}}\n');
  });
});
