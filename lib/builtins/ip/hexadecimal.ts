/** A number as printf(3) writes it for `%#x`: nothing stands before a zero */
export function hexadecimal(number: number): string {
  return number === 0 ? "0" : `0x${number.toString(16)}`;
}
