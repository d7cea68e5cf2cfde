import { getTranslations } from 'next-intl/server';
import { Button } from '@/components/ui/button';
import { largestFile, mostFiles } from '@/domain/attachments/limits';
import type { PaperView } from '@/domain/attachments/queries';
import type { PaperActions } from './paper-actions';
import { papersAddress, saidOf, type Whose } from './paper-server';
import { PaperWatch } from './paper-watch';
import { paperWords } from './paper-words';

export type PaperListProps = {
  papers: readonly PaperView[];
  whose: Whose;
  /** With it, a paper that may be taken away has a button for that. */
  remove?: PaperActions['remove'];
  /** Where a paper is looked at; by itself its picture, or the PDF to be saved. */
  hrefOf?: (paper: PaperView) => string;
};

/** Papers beside each other, each with its small picture, what it is and what can be done with it. */
export function PaperList({ papers, whose, remove, hrefOf = ownAddress }: PaperListProps) {
  if (papers.length === 0) return null;
  const waiting = papers.filter(({ state }) => state === 'waiting').map(({ id }) => id);
  return (
    <>
      <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-[1.500em] gap-y-[1.25em]">
        {papers.map((paper) => (
          <li key={paper.id} className="relative flex min-w-0 break-inside-avoid gap-[0.9em]">
            <Thumb paper={paper} />
            <Said paper={paper} href={hrefOf(paper)} removing={remove && { whose, action: remove }} />
          </li>
        ))}
      </ul>
      {waiting.length > 0 && (
        <PaperWatch key={waiting.join()} address={papersAddress(whose)} waiting={waiting.join()} />
      )}
    </>
  );
}

const ownAddress = ({ id, mediaType }: PaperView) =>
  `/api/attachments/${id}/${mediaType.startsWith('image/') ? 'view' : 'original'}`;

/** Its place is kept before the picture comes, so that nothing moves. The link beside it reaches over it. */
function Thumb({ paper: { id, state, mediaType } }: { paper: PaperView }) {
  const isPicture = mediaType.startsWith('image/');
  return (
    <span
      aria-hidden="true"
      className="flex size-[6.5em] flex-none items-center justify-center border border-line bg-deep text-muted"
    >
      {isPicture && state === 'ready' ? (
        // biome-ignore lint/performance/noImgElement: the picture is made by us and ready in this size
        <img src={`/api/attachments/${id}/thumb`} alt="" loading="lazy" className="max-h-full max-w-full" />
      ) : (
        thumbSigns[isPicture ? state : 'pdf']
      )}
    </span>
  );
}

/** What the sentences of refusals may speak of. */
const limits = { found: 'other', limit: largestFile / 1_000_000, most: mostFiles };

const thumbSigns = { waiting: '…', refused: '–', ready: '', pdf: 'PDF' } as const;

async function Said({ paper, href, removing }: { paper: PaperView; href: string; removing: Removing | undefined }) {
  const t = await getTranslations('papers.list');
  const error = await getTranslations('errors');
  const { kind, name, size, added } = await paperWords(paper);
  const isPicture = paper.mediaType.startsWith('image/');
  const note = [size, t('added', { date: added }), paper.byStaff && t('byStaff'), paper.questionId && t('toQuestion')]
    .filter(Boolean)
    .join(', ');
  return (
    <div className="min-w-0 flex-1 leading-snug">
      <p className="font-semibold">{kind}</p>
      <p className="minor [overflow-wrap:anywhere]">{name}</p>
      <p className="minor text-muted">{note}</p>
      {paper.state === 'waiting' && <p className="minor text-muted">{t('waiting')}</p>}
      {paper.state === 'refused' && (
        <p className="minor text-refusal">
          {error.has(paper.refusal as never) ? error(paper.refusal as never, limits as never) : t('refused')}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-[1em] print:hidden">
        {paper.state === 'ready' && (
          <a href={href} className="target after:absolute after:top-0 after:left-0 after:size-[6.5em]">
            {t(isPicture ? 'open' : href.startsWith('/api/') ? 'download' : 'look')}
            <span className="sr-only">: {name}</span>
          </a>
        )}
        {removing && paper.isRemovable && <Remove paper={paper} removing={removing} name={name} label={t('remove')} />}
      </div>
    </div>
  );
}

type Removing = { whose: Whose; action: PaperActions['remove'] };
type RemoveProps = { paper: PaperView; removing: Removing; name: string; label: string };

function Remove({ paper, removing: { whose, action }, name, label }: RemoveProps) {
  return (
    <form action={action} className="-ml-[1.2em] desk:-ml-[1em]">
      <input type="hidden" name="for" value={whose.for} />
      {saidOf(whose).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <input type="hidden" name="attachmentId" value={paper.id} />
      <Button look="quiet">
        {label}
        <span className="sr-only">: {name}</span>
      </Button>
    </form>
  );
}
