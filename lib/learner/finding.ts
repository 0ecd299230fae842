/** The expected and the actual state of one thing after a line */
export interface Finding {
  /** The thing, named the same for every line that changes it; parts follow a slash: `link B/up` */
  readonly thing: string;
  /** The expected state, in words */
  readonly wanted: string;
  /** The actual state, in words */
  readonly seen: string;
  readonly is: "so" | "missing" | "otherwise";
  /** True when the expected state proves somebody's work, as an untouched host would not have it */
  readonly tells: boolean;
}

/** Makes a finding of a thing that is as expected, or else missing */
export function found(finding: Omit<Finding, "is">, isSo: boolean): Finding {
  return { ...finding, is: isSo ? "so" : "missing" };
}

/** Reports whether a finding proves somebody's work */
export function isWork({ is, tells }: Finding): boolean {
  return is === "so" && tells;
}
