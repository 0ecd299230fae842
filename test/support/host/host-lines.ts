/**
 * What is said between a test and the process in its sandbox: a line of JSON each.
 */

/** How a line ended, and what it printed */
export interface Said {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What a line gets to read: `null` is an empty input; with a window, what is typed at a terminal */
export interface Typed {
  readonly input?: string | null;
  readonly window?: { readonly columns: number; readonly rows: number };
}

/** What the process inside is asked, and what it answers; a line of JSON each */
export interface Request extends Typed {
  readonly number: number;
  readonly argv: readonly string[];
}

/** An answer to the request of that number */
export interface Answer extends Said {
  readonly number: number;
}

/** The lines of a stream, as they come */
export async function* linesOf(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of stream) {
    const [first = "", ...rest] = (text + decoder.decode(chunk, { stream: true })).split("\n");
    for (const line of [first, ...rest].slice(0, -1)) yield line;
    text = rest.at(-1) ?? first;
  }
}
