/** The largest record file taken by browser, in bytes; the request around it stays below its own limit of 20 MiB. */
export const uploadLimit = 20_000_000;
