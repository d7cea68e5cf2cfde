import { getTranslations } from 'next-intl/server';
import { type Address, addressWith } from '@/components/ui/address';
import { leastZoom, type MapView, mostZoom, type Size, viewParams } from '@/domain/map/mercator';
import { type Step, stepped, steps } from './map-moves';

const signs: Readonly<Record<Step, string>> = {
  in: 'M8 2.5v11M2.5 8h11',
  out: 'M2.5 8h11',
  west: 'M13.500 8h-11M7 3.500 2.500 8 7 12.500',
  east: 'M2.500 8h11M9 3.500 13.500 8 9 12.500',
  north: 'M8 13.500v-11M3.500 7 8 2.500 12.500 7',
  south: 'M8 2.500v11M3.500 9 8 13.500 12.500 9',
  whole: 'M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10',
};

/** Links to the neighbouring views: they work before and without any script. */
export async function MapControls({ view, size, address }: { view: MapView; size: Size; address: Address }) {
  const t = await getTranslations('map');
  const hrefOf = (step: Step) =>
    `${addressWith(address, step === 'whole' ? {} : viewParams(stepped(view, size, step)))}#map`;
  const ends = { in: view.z >= mostZoom, out: view.z <= leastZoom };
  return (
    <nav aria-label={t('controls')} className="mt-[0.5em] print:hidden">
      <ul className="flex flex-wrap gap-1">
        {steps.map((step) => (
          <li key={step}>
            <a
              href={hrefOf(step)}
              data-map={step}
              title={t(`step.${step}`)}
              aria-disabled={(step === 'in' && ends.in) || (step === 'out' && ends.out) || undefined}
              className="inline-flex min-h-11 min-w-11 items-center justify-center gap-2 border border-line bg-paper px-2 text-accent no-underline hover:border-accent hover:bg-deep aria-disabled:text-rule"
            >
              <svg viewBox="0 0 16 16" aria-hidden="true" className="size-4 flex-none">
                <path
                  d={signs[step]}
                  fill="none"
                  stroke="currentColor"
                  strokeWidth="1.75"
                  strokeLinecap="round"
                  strokeLinejoin="round"
                />
              </svg>
              <span className={step === 'whole' ? 'minor' : 'sr-only'}>{t(`step.${step}`)}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
