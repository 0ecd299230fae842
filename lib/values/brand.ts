declare const brand: unique symbol;

/**
 * A string or number that its parser has approved. It can be used wherever its base can, and nothing else can stand in
 * for it. The base may be branded itself: a subnet is an address with its prefix. Only the parser beside each type may
 * cast to it, as its last line.
 */
export type Brand<Base extends string | number, Name extends string> = Base & {
  readonly [brand]: { readonly [Each in Name]: true };
};
