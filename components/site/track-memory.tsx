import { getFormatter, getTranslations } from 'next-intl/server';
import { ActionForm } from '@/components/form/action-form';
import type { FieldSpec, FormAction, FormTexts } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import type { FamilyMemory } from '@/domain/memory/reading';
import type { Locale } from '@/messages/routing';
import { MemoryPhotos } from './memory-photos';
import { MemoryStory } from './memory-story';

type Props = { memory: FamilyMemory; name: string; action: FormAction; texts: FormTexts; locale: Locale };

/** The family reads the memory page before anybody else does, and says whether it may be published. */
export async function TrackMemory({ memory, name, action, texts, locale }: Props) {
  const t = await getTranslations('track.memory');
  const { publicPageId, answer } = memory;
  return (
    <Section title={t('title')} id="memory" aside={t('aside')}>
      <p className="measure">{t('lead')}</p>
      <div className="my-[1.5em] border-line border-y bg-white px-5 py-6 sm:px-8">
        <p className="mb-[1em] font-serif text-[1.5em] leading-snug">{name}</p>
        <MemoryStory story={memory.story} locale={locale} />
        {memory.photos.length > 0 && (
          <div className="mt-8">
            <MemoryPhotos
              photos={memory.photos}
              locale={locale}
              name={name}
              at={({ attachmentId }) => `/api/memory/draft/${attachmentId}`}
            />
          </div>
        )}
      </div>
      <Said memory={memory} />
      {publicPageId && (
        <p className="my-3">
          <a href={`/${locale}/memory/${publicPageId}`} className="target">
            {t('open')}
          </a>
        </p>
      )}
      <div className="mt-5 print:hidden">
        {answer ? (
          <Disclosure summary={t('change')}>
            <AnswerForm memory={memory} action={action} texts={texts} />
          </Disclosure>
        ) : (
          <AnswerForm memory={memory} action={action} texts={texts} />
        )}
      </div>
    </Section>
  );
}

/** What was answered, and whether everybody can read it. */
async function Said({ memory }: { memory: FamilyMemory }) {
  const t = await getTranslations('track.memory');
  const format = await getFormatter();
  const { answer, answeredAt, words, consents, publicPageId } = memory;
  const date = answeredAt ? format.dateTime(answeredAt, { dateStyle: 'long' }) : '';
  return (
    <>
      {answer && (
        <Notice tone={answer === 'agreed' ? 'success' : 'attention'} title={t(answer, { date })}>
          {words && <p className="whitespace-pre-line">{words}</p>}
          <p>{publicPageId ? t('published') : t('notYet')}</p>
        </Notice>
      )}
      {!consents && <Notice tone="attention" title={t('noConsent')} />}
    </>
  );
}

async function AnswerForm({ memory, action, texts }: Pick<Props, 'memory' | 'action' | 'texts'>) {
  const t = await getTranslations('track.memory');
  const fields: FieldSpec[] = [
    { name: 'version', kind: 'hidden', label: '', value: String(memory.version) },
    {
      name: 'answer',
      kind: 'radio',
      label: t('answer'),
      required: true,
      options: [
        { value: 'agreed', label: t('yes') },
        { value: 'objected', label: t('no') },
      ],
    },
    { name: 'words', kind: 'textarea', label: t('words'), hint: t('wordsHint'), maxLength: 2000, autocomplete: 'off' },
  ];
  return (
    <ActionForm
      action={action}
      token={crypto.randomUUID()}
      fields={fields}
      check={{ answer: 'required' }}
      submit={t('send')}
      texts={texts}
    />
  );
}
