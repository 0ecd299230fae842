declare const brand: unique symbol;

/**
 * A string or number that its parser has approved: it goes wherever its base goes, and nothing else goes
 * where it is asked for. Its base may be branded itself, as a subnet is an address with its prefix. Only the
 * parser beside each type may cast to it, as its last line.
 */
export type Brand<Base extends string | number, Name extends string> = Base & {
  readonly [brand]: { readonly [Each in Name]: true };
};
