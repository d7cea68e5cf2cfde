import type { PlaceBeside } from '@/domain/places/queries';
import type { Locale } from '@/messages/routing';
import { placeName, yearsWords } from './place-words';

/** Places that one lay in, or that lie in it, with the years. */
export async function PlacesBeside({
  places,
  locale,
  none,
}: {
  places: readonly PlaceBeside[];
  locale: Locale;
  none: string;
}) {
  const words = await yearsWords();
  if (places.length === 0) return <p className="text-muted">{none}</p>;
  return (
    <ul className="max-w-[60rem] columns-1 gap-x-8 sm:columns-2">
      {places.map((one) => (
        <li key={`${one.place.id} ${one.from} ${one.to}`} className="break-inside-avoid">
          <a href={`/${locale}/desk/places/${one.place.id}`} className="target">
            {placeName(one.place, locale)}
          </a>{' '}
          <span className="figures-aligned whitespace-nowrap text-muted">{words(one)}</span>
        </li>
      ))}
    </ul>
  );
}
