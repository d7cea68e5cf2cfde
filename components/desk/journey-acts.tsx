import { getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import { formTexts } from '@/components/form/texts';
import type { FieldSpec, FormAction } from '@/components/form/types';
import type { Journey } from '@/domain/community/journeys';
import { ceremonyMoves, tripMoves } from '@/domain/community/rules/journeys';

type Stated = Readonly<Record<string, string>>;

export const hidden = (stated: Stated): FieldSpec[] =>
  Object.entries(stated).map(([name, value]) => ({ name, kind: 'hidden', label: '', value }));

/** Where it goes on to, and whether the public reads of it: a manager's. */
export async function JourneyActs({
  journey,
  stated,
  move,
  show,
}: {
  journey: Journey;
  stated: Stated;
  move: FormAction;
  show: FormAction;
}) {
  const t = await getTranslations('journey');
  const texts = await formTexts();
  const moves: readonly string[] =
    journey.kind === 'trip'
      ? tripMoves[journey.state]
      : ceremonyMoves[journey.state === 'open' ? 'planned' : journey.state];
  return (
    <div className="flex flex-wrap gap-x-4 print:hidden">
      {moves.map((to) => (
        <ActionForm
          key={`${to} ${stated.version}`}
          action={move}
          token={crypto.randomUUID()}
          fields={hidden({ ...stated, to })}
          submit={t(`move.${journey.kind}.${to}` as 'move.trip.open')}
          danger={to === 'cancelled'}
          texts={texts}
        />
      ))}
      <ActionForm
        key={stated.version}
        action={show}
        token={crypto.randomUUID()}
        fields={hidden({ ...stated, public: journey.public ? '' : 'on' })}
        submit={t(journey.public ? 'hide' : 'show')}
        texts={texts}
      />
    </div>
  );
}
