/** Where dockerd listens when it isn't told */
const DEFAULT_SOCKET = "unix:///var/run/docker.sock";

/** Whether a `dockerd` that was started with these options answers */
export async function answersAt(options: readonly string[]): Promise<boolean> {
  const socket = socketOf(options);
  const path = /^unix:\/\/(.*)$/s.exec(socket)?.[1];
  try {
    const response =
      path === undefined
        ? await fetch(`${socket.replace(/^tcp:/, "http:")}/_ping`)
        : await fetch("http://localhost/_ping", { unix: path });
    return response.ok;
  } catch {
    return false;
  }
}

/** The first that it is told to listen at: `-H SOCKET`, `-H=SOCKET`, `--host SOCKET`, `--host=SOCKET` */
function socketOf(options: readonly string[]): string {
  const at = options.findIndex((word) => /^(?:-H|--host)(?:$|=)|^-H./.test(word));
  const word = options[at];
  if (word === undefined) return DEFAULT_SOCKET;
  return word === "-H" || word === "--host"
    ? (options[at + 1] ?? DEFAULT_SOCKET)
    : word.replace(/^(?:-H|--host)=?/, "");
}
