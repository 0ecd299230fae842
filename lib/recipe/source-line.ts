/** A frame of a stack trace, such as `at run (/home/me/my-link.ts:12:30)` */
const FRAME = /(?:^|[\s(])(\/.*):(\d+):\d+\)?$/;

/**
 * Finds the line of a file that an error came from.
 *
 * @returns the innermost frame in that file; `null` when there is none
 */
export function lineIn(error: unknown, file: string): number | null {
  if (!(error instanceof Error)) return null;
  const frames = (error.stack ?? "").split("\n").map((frame) => FRAME.exec(frame));
  const line = frames.find((frame) => frame?.[1] === file)?.[2];
  return line === undefined ? null : Number(line);
}
