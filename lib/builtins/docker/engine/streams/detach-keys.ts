/**
 * The keys that leave a container running: Ctrl-P, Ctrl-Q.
 *
 * The first one waits for the next key, as it does in Docker. Source: moby/term, `proxy.go`.
 *
 * @module
 */
const CTRL_P = 0x10;
const CTRL_Q = 0x11;

/** Passes on what is typed, up to these keys; `onLeave` is told of them */
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
