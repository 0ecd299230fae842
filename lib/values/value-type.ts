/** A type of value that an option can have */
export interface ValueType<T> {
  /** The name of one value of the type, with its article, as errors print it: `an interface name` */
  readonly kind: string;
  /** The placeholder for a value in help: `NAME`, `ADDRESS`, `CIDR` */
  readonly placeholder: string;
  /**
   * Makes a value of the type.
   *
   * @throws {BadValue} when the text is invalid
   */
  parse(text: string): T;
}
