import { getFormatter, getTranslations } from 'next-intl/server';
import type { Tone } from '@/components/ui/mark';
import { Tag } from '@/components/ui/tag';
import type { ImportLine } from '@/domain/archive/queries';

const tones: Record<ImportLine['state'], Tone> = {
  prepared: 'attention',
  waiting: 'wait',
  running: 'wait',
  done: 'good',
  failed: 'attention',
  cancelled: 'closed',
  withdrawn: 'closed',
};

/** Whether the worker still has something to do with it. */
export const isUnderWay = ({ state, givenUp }: ImportLine): boolean =>
  (state === 'waiting' || state === 'running') && !givenUp;

/** Where an import is: its state, the share that is read while it runs, and a refusal in words. */
export async function ImportState({ line }: { line: ImportLine }) {
  const t = await getTranslations('importState');
  const words = await getTranslations('imports');
  const format = await getFormatter();
  const refusal = await importRefusal(line);
  return (
    <>
      <Tag tone={line.givenUp ? 'attention' : tones[line.state]}>{t(line.givenUp ? 'failed' : line.state)}</Tag>
      {isUnderWay(line) && line.share !== null && (
        <span className="minor block text-muted">
          {words('share', { share: format.number(line.share, { style: 'percent' }) })}
        </span>
      )}
      {refusal && <span className="minor measure block">{refusal}</span>}
    </>
  );
}

/** Why the file could not be read, in words. Only the code is kept, so what the message would quote is left out. */
async function importRefusal({ refusal, givenUp, fileName }: ImportLine): Promise<string | null> {
  const code = refusal ?? givenUp;
  if (!code) return null;
  const own = await getTranslations('imports.refusal');
  const [, name = ''] = code.split('.');
  if (own.has(name as never)) return own(name as never);
  const errors = await getTranslations('errors');
  return errors(errors.has(code as never) ? (code as never) : ('unknown' as never), { detail: fileName } as never);
}
