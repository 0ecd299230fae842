/** A stack's frame, as `at run (/home/me/my-link.ts:12:30)` */
const FRAME = /(?:^|[\s(])(\/.*):(\d+):\d+\)?$/;

/**
 * The line of a file that an error came from.
 *
 * @returns of the file's frames in the error's stack the innermost; `null` when there is none
 */
export function lineIn(error: unknown, file: string): number | null {
  if (!(error instanceof Error)) return null;
  const frames = (error.stack ?? "").split("\n").map((frame) => FRAME.exec(frame));
  const line = frames.find((frame) => frame?.[1] === file)?.[2];
  return line === undefined ? null : Number(line);
}
