/**
 * The keys that detach from a running container: Ctrl-P, Ctrl-Q.
 *
 * As in Docker, the first one is held back until the next key. Source: moby/term, `proxy.go`.
 *
 * @module
 */
const CTRL_P = 0x10;
const CTRL_Q = 0x11;

/** Passes on the input up to these keys, and then calls `onLeave` */
export async function* untilDetached(
  input: AsyncIterable<Uint8Array>,
  onLeave: () => void,
): AsyncGenerator<Uint8Array> {
  let held = new Uint8Array();
  for await (const chunk of input) {
    const keys = Buffer.concat([held, chunk]);
    const end = keys.indexOf(Uint8Array.of(CTRL_P, CTRL_Q));
    if (end !== -1) {
      yield keys.subarray(0, end);
      onLeave();
      return;
    }
    held = keys.at(-1) === CTRL_P ? Uint8Array.of(CTRL_P) : new Uint8Array();
    yield keys.subarray(0, keys.length - held.length);
  }
  yield held;
}
