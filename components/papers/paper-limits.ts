/** Bytes of all files of one form sent without script; the request around them stays below its own limit of 20 MiB. Pure. */
export const formBytes = 20_000_000;
