/** A command's text, with the variables that it names. */
export interface Announced {
  readonly text: string;
  readonly variables: ReadonlyMap<string, string>;
}

/**
 * The argv that a real shell makes of each text; one process reads them all. It runs in `/`, with a home, so
 * that a pattern or a tilde which is not quoted shows itself.
 */
export function argvsReadBy(shell: "bash" | "sh", commands: readonly Announced[]): readonly (readonly string[])[] {
  const script = [
    `argv() { printf '%s\\0' "$#" "$@"; }`,
    ...commands.flatMap(({ text, variables }) => [
      ...Array.from(variables, ([name, value]) => `${name}='${value.replaceAll("'", `'"'"'`)}'`),
      `argv ${text}`,
    ]),
  ].join("\n");
  const { stdout, stderr } = Bun.spawnSync([shell], {
    cwd: "/",
    env: { PATH: "/usr/bin:/bin", HOME: "/home/someone", LC_ALL: "C.UTF-8" },
    stdin: Buffer.from(`${script}\n`),
  });
  if (stderr.length > 0) throw new Error(`${shell} says: ${stderr.toString()}`);
  const fields = stdout.toString().split("\0");
  const argvs: string[][] = [];
  for (let at = 0; at < fields.length - 1;) {
    const end = at + 1 + Number(fields[at]);
    argvs.push(fields.slice(at + 1, end));
    at = end;
  }
  return argvs;
}
