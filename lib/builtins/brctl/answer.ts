/**
 * What the kernel answers when it refuses, in the C library's words: errno(3), strerror(3).
 *
 * @module
 */

export const EBUSY = "Device or resource busy";
export const EEXIST = "File exists";
export const EINVAL = "Invalid argument";
export const ELOOP = "Too many levels of symbolic links";
export const ENODEV = "No such device";
export const ENXIO = "No such device or address";
export const EOPNOTSUPP = "Operation not supported";
export const EPERM = "Operation not permitted";
