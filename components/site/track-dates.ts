/** Noon of a museum day `YYYY-MM-DD`: it stays that day in every form a date is written in. */
export const noonOf = (day: string): Date => new Date(`${day}T12:00:00+05:00`);
