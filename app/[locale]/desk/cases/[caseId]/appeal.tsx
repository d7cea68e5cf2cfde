import { getTranslations } from 'next-intl/server';
import { changeAppealAction, endAppealAction, publishAppealAction, writeAppealAction } from '@/app/actions/finds';
import { PartHeading, Quoted } from '@/components/desk/case-item';
import type { FieldSpec } from '@/components/form/types';
import type { Tone } from '@/components/ui/mark';
import { Tag } from '@/components/ui/tag';
import { appealOfCase } from '@/domain/community/appeal-queries';
import { Act, Acts } from './act';
import type { View } from './view';

type Its = NonNullable<Awaited<ReturnType<typeof appealOfCase>>>;

const tones: Record<Its['state'], Tone> = { draft: 'wait', published: 'good', ended: 'closed' };

/** The appeal for the family of a man whose case began without one. */
export async function Appeal({ view }: { view: View }) {
  const appeal = await appealOfCase(view.actor, { caseId: view.caseId });
  const hasFamily = view.page.applications.some(({ withdrawnAt }) => withdrawnAt === null);
  if (!appeal && (hasFamily || view.page.origin === 'application')) return null;
  const t = await getTranslations('appeal');
  const standing = appeal && appeal.state !== 'ended' ? appeal : null;
  const mayWrite = view.may('appeal.write') && view.isOpen && !hasFamily;
  return (
    <div className="mt-5">
      <PartHeading>{t('title')}</PartHeading>
      <p className="measure mb-2 text-muted">{t('hint')}</p>
      {appeal && <Shown view={view} appeal={appeal} />}
      <Acts>
        {mayWrite && !standing && (
          <Act
            view={view}
            summary={t('write')}
            action={writeAppealAction}
            fields={await fieldsOf(view.page.draftPlace)}
            submit={t('write')}
          />
        )}
        {mayWrite && standing && (
          <Act
            view={view}
            summary={t('change')}
            action={changeAppealAction}
            hidden={seen(standing)}
            fields={await fieldsOf(standing.district, standing)}
            submit={t('change')}
          >
            <p className="measure text-muted">{t('changeHint')}</p>
          </Act>
        )}
        {standing?.state === 'draft' && view.may('appeal.publish') && !hasFamily && (
          <Act view={view} action={publishAppealAction} hidden={seen(standing)} submit={t('publish')} />
        )}
        {standing && view.may('appeal.write') && (
          <Act view={view} summary={t('end')} action={endAppealAction} hidden={seen(standing)} submit={t('end')} />
        )}
      </Acts>
    </div>
  );
}

const seen = ({ id, version }: Its) => ({ appealId: id, version: String(version) });

async function Shown({ view, appeal }: { view: View; appeal: Its }) {
  const t = await getTranslations('appeal');
  const { kk, ru, en } = appeal.text;
  return (
    <>
      <p className="flex flex-wrap items-baseline gap-x-4">
        <Tag tone={tones[appeal.state]}>{t(`state.${appeal.state}`)}</Tag>
        <span>{appeal.district}</span>
        {appeal.state === 'published' && (
          <a href={`/${view.locale}/sought/${appeal.id}`} className="target">
            {t('see')}
          </a>
        )}
      </p>
      <Quoted>{{ kk, ru, en }[view.locale] || kk || ru || en}</Quoted>
      {appeal.state === 'draft' && !view.may('appeal.publish') && <p className="text-muted">{t('waits')}</p>}
    </>
  );
}

async function fieldsOf(district: string, appeal?: Its): Promise<FieldSpec[]> {
  const t = await getTranslations('appeal');
  const words = { kind: 'textarea', maxLength: 2000, rows: 4, width: 'full' } as const;
  return [
    {
      name: 'district',
      kind: 'text',
      label: t('district'),
      hint: t('districtHint'),
      required: true,
      maxLength: 200,
      value: district,
    },
    { ...words, name: 'textKk', label: t('textKk'), value: appeal?.text.kk ?? '' },
    { ...words, name: 'textRu', label: t('textRu'), value: appeal?.text.ru ?? '' },
    { ...words, name: 'textEn', label: t('textEn'), value: appeal?.text.en ?? '' },
  ];
}
