/** Writes the generated pages. */
import { join } from "node:path";

import { madePages } from "./made-pages.ts";
import { recordAll } from "./record.ts";

for (const { file, on } of await recordAll()) console.error(`scripts/docs: ${file} needs ${on}: left as it was`);
for (const { path, text } of await madePages()) {
  await Bun.write(join(import.meta.dir, "../..", path), text);
  console.log(path);
}
