/** Help where people hesitate: what it is, where in the house it may lie, what if there is none; often with a drawing. */
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import type { FieldSpec } from '@/components/form/types';
import { Disclosure } from '@/components/ui/disclosure';
import type { DrawingWords } from './drawings/drawing';
import { LetterDrawing } from './drawings/letter';
import { MedallionDrawing } from './drawings/medallion';
import { NoticeDrawing } from './drawings/notice';
import { RedArmyBookDrawing } from './drawings/red-army-book';

type Help = { draw?: (words: DrawingWords) => ReactNode; marks?: number };

const helps: Readonly<Record<string, Help>> = {
  patronymic: {},
  birth: {},
  draftPlace: { draw: (words) => <RedArmyBookDrawing {...words} />, marks: 2 },
  unit: {},
  fieldPost: { draw: (words) => <LetterDrawing {...words} />, marks: 3 },
  noticeKind: { draw: (words) => <NoticeDrawing kind="missing" {...words} />, marks: 4 },
  noticeNumber: { draw: (words) => <NoticeDrawing kind="killed" {...words} />, marks: 4 },
  askedWhere: { draw: (words) => <MedallionDrawing {...words} />, marks: 2 },
};

/** The same fields, with help beside those that have some. */
export async function withHelp(fields: readonly FieldSpec[]): Promise<FieldSpec[]> {
  return fields.map((field) => (field.name in helps ? { ...field, help: <FieldHelp name={field.name} /> } : field));
}

async function FieldHelp({ name }: { name: string }) {
  const words = await getTranslations('help');
  const t = (key: string) => words(`${name}.${key}` as never);
  const { draw, marks = 0 } = helps[name] ?? {};
  return (
    <div className="-mt-[0.35em]">
      <Disclosure summary={t('summary')}>
        <div className="grid gap-y-[0.6em]">
          <p>{t('what')}</p>
          {draw && (
            <figure>
              {draw({ title: t('drawing.title'), desc: t('drawing.desc') })}
              <ol className="mt-[0.5em] list-decimal pl-[1.4em]">
                {Array.from({ length: marks }, (_, at) => `drawing.mark${at + 1}`).map((mark) => (
                  <li key={mark}>{t(mark)}</li>
                ))}
              </ol>
            </figure>
          )}
          <p>{t('where')}</p>
          <p>{t('none')}</p>
        </div>
      </Disclosure>
    </div>
  );
}
