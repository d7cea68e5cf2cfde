import { getLocale, getTranslations } from 'next-intl/server';
import {
  acceptedTypes,
  type deskPaperKinds,
  largestFile,
  mostFiles,
  mostHeicPixels,
  mostPixels,
  paperKinds,
  pieceSize,
} from '@/domain/attachments/limits';
import type { PaperActions } from './paper-actions';
import { PaperForm } from './paper-form';
import { formBytes } from './paper-limits';
import type { Whose } from './paper-server';

type Kind = (typeof paperKinds)[number] | (typeof deskPaperKinds)[number];

/** Where papers are added, with everything that is said beside it. */
export async function PaperUpload({
  action,
  whose,
  kind = 'other',
  questions = [],
  questionId,
}: {
  action: PaperActions['add'];
  whose: Whose;
  /** Chosen from the beginning; on the desk it is settled by it. */
  kind?: Kind;
  /** What a paper may answer. */
  questions?: readonly { id: string; text: string }[];
  /** The question a paper answers, where that is settled. */
  questionId?: string;
}) {
  const t = await getTranslations('papers.upload');
  const words = await getTranslations('papers.kind');
  const queue = await getTranslations('papers.queue');
  // Scans of applications are made by the museum.
  const kinds = paperKinds.filter((one) => one !== 'form' || whose.applicationId);
  const million = 1_000_000;
  return (
    <PaperForm
      action={action}
      whose={whose}
      language={await getLocale()}
      accept={acceptedTypes}
      largestPiece={pieceSize}
      kind={
        whose.for === 'desk'
          ? kind
          : {
              label: t('kind'),
              hint: t('kindHint'),
              value: kind,
              options: kinds.map((value) => ({ value, label: words(value) })),
            }
      }
      question={
        questionId ??
        (questions.length > 0
          ? {
              label: t('question'),
              value: '',
              options: [
                { value: '', label: t('noQuestion') },
                ...questions.map(({ id, text }) => ({ value: id, label: shortened(text) })),
              ],
            }
          : null)
      }
      texts={{
        choose: t('choose'),
        limits: [
          t('several'),
          t('limits', {
            megabytes: largestFile / million,
            files: mostFiles,
            pixels: mostPixels / million,
            heic: mostHeicPixels / million,
          }),
        ].join(' '),
        together: t('together', { megabytes: formBytes / million }),
        submit: t('submit'),
      }}
      queueTexts={{
        title: queue('title'),
        queued: queue('queued'),
        sending: queue('sending'),
        broken: queue('broken'),
        now: queue('now'),
        again: queue('again'),
        cancel: queue('cancel'),
        dismiss: queue('dismiss'),
        sent: queue('sent'),
        unreadable: queue('unreadable'),
        wait: queue('wait'),
        lost: queue('lost'),
      }}
    />
  );
}

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 59).trimEnd().toWellFormed()}…` : text);
