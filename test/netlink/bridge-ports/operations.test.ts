import { describeOperations } from "../describe-operations.ts";

await describeOperations(`${import.meta.dir}/operations.ts`);
