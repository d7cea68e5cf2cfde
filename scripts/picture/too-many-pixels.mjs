/** More pixels than are taken. */
export class TooManyPixels extends Error {}
