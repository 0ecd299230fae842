/** What `wirework list` can't do without: it is measured against a program that does no more */
import { readdirSync } from "node:fs";

const FOLDER = new URL("../../recipes/", import.meta.url).pathname;

await Promise.all(readdirSync(FOLDER).map((file) => import(`${FOLDER}${file}`)));
