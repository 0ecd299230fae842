/** Makes random tests use the seed: loaded before each test file. */
import fc from "fast-check";

import { SEED } from "./size.ts";

fc.configureGlobal({ seed: SEED });
