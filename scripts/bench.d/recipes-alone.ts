/** The least that `wirework list` must do: `wirework list` is compared with this program */
import { readdirSync } from "node:fs";

const FOLDER = new URL("../../recipes/", import.meta.url).pathname;

await Promise.all(readdirSync(FOLDER).map((file) => import(`${FOLDER}${file}`)));
