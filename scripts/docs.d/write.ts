/** Writes the pages that are made, and the types for editors. */
import { join } from "node:path";

import { EDITOR_TYPES, editorTypes } from "./editor-types.ts";
import { madePages } from "./made-pages.ts";
import { recordAll } from "./record.ts";

for (const { file, on } of await recordAll()) console.error(`scripts/docs: ${file} needs ${on}: left as it was`);
const made = [...(await madePages()), { path: EDITOR_TYPES, text: await editorTypes() }];
for (const { path, text } of made) {
  await Bun.write(join(import.meta.dir, "../..", path), text);
  console.log(path);
}
