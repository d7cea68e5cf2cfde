/** Where an applicant can live: the names a form offers. Pure data, handed on to the screens, which know no table. */
export { regions } from '@/db/reference-data/regions';
