/** What a line was to do to one thing, and whether that is so */
export interface Finding {
  /** What it is about, the same for whatever changes it again; what goes with a thing is beneath it: `link B/up` */
  readonly thing: string;
  /** As it should be, in words */
  readonly wanted: string;
  /** As it is, in words */
  readonly seen: string;
  readonly is: "so" | "missing" | "otherwise";
  /** Whether that it is so shows that somebody has done it: on an untouched host it would not be */
  readonly tells: boolean;
}

/** Of a thing that is as it should be, or that isn't there at all */
export function found(finding: Omit<Finding, "is">, isSo: boolean): Finding {
  return { ...finding, is: isSo ? "so" : "missing" };
}

/** Whether it shows that somebody has done something */
export function isWork({ is, tells }: Finding): boolean {
  return is === "so" && tells;
}
