import { BadValue } from "../../../values/bad-value.ts";
import { parseImageName } from "../../../values/name/image-name.ts";

/** Returns the reason why a text can't be an image's name, in Docker's words; `null` when it can */
export function reasonAgainstReference(text: string): string | null {
  try {
    parseImageName(text);
    return null;
  } catch (error) {
    if (!(error instanceof BadValue)) throw error;
    return `invalid reference format${/[A-Z]/.test(text) ? ": repository name must be lowercase" : ""}`;
  }
}
