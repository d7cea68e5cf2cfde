import { getTranslations } from 'next-intl/server';
import { writeMemoryAction } from '@/app/actions/memory';
import type { FieldSpec } from '@/components/form/types';
import { MemoryStory } from '@/components/site/memory-story';
import { Section } from '@/components/ui/headings';
import { DeskAct } from '../../../desk-act';
import { type MemoryView, seenPage } from './view';

const suffix = { kk: 'Kk', ru: 'Ru', en: 'En' } as const;

/** The words of the page, as they are read and as they are written. */
export async function StoryPart({ view }: { view: MemoryView }) {
  const t = await getTranslations('memoryDesk');
  const { page } = view.memory;
  const fields = (['kk', 'ru', 'en'] as const).map(
    (language, i): FieldSpec => ({
      name: `story${suffix[language]}`,
      kind: 'textarea',
      label: t(`in.${language}`),
      ...(i === 0 ? { hint: t('storyHint') } : {}),
      value: page?.story[language] ?? '',
      maxLength: 20_000,
      rows: 10,
      autocomplete: 'off',
      width: 'full',
    }),
  );
  return (
    <Section title={t('story')} id="story">
      {page && <MemoryStory story={page.story} locale={view.locale} />}
      {view.may('memory.write') && (
        <DeskAct
          action={writeMemoryAction}
          hidden={seenPage(view)}
          fields={fields}
          submit={page ? t('save') : t('begin')}
          {...(page ? { summary: t('save') } : {})}
        >
          {page && <p className="measure mb-3 text-muted">{t('changes')}</p>}
        </DeskAct>
      )}
    </Section>
  );
}
