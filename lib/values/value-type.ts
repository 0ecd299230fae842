/** A type of value, as an option declares it */
export interface ValueType<T> {
  /** What a value of the type is, with its article, as errors say it: `an interface name` */
  readonly kind: string;
  /** What stands for a value in help: `NAME`, `ADDRESS`, `CIDR` */
  readonly placeholder: string;
  /**
   * Makes a value of the type.
   *
   * @throws {BadValue} when the text is no such value
   */
  parse(text: string): T;
}
