/** The acts around a conclusion: proposed, looked at by another, confirmed or sent back, told to the family. */
import {
  confirmConclusion,
  proposeConclusion,
  releaseConclusion,
  sendBackConclusion,
} from '@/domain/cases/conclusions';
import type { Fate } from '@/domain/cases/fates';
import { letter } from './acts';
import type { MuseumPlace } from './museum-places';
import { nameOf } from './person';
import { reasons } from './remarks';
import type { Story } from './story';
import { type PlannedRecord, placeFor } from './world';

export type Finding = {
  fate: Exclude<Fate, 'unknown' | 'missing' | 'captured'>;
  record: PlannedRecord;
  /** Stays with staff until a manager releases it. */
  sensitive?: true;
  burial?: { place: MuseumPlace; kind: 'primary' | 'reburial' | 'unknown' };
};

export const propose = (story: Story, finding: Finding) => async () => {
  const { burial } = finding;
  const burialPlaceId = burial && (await placeFor(story.world, burial.place, story.handler, story.manager));
  await proposeConclusion(story.handler, {
    ...(await story.page()),
    fate: finding.fate,
    fateDate: story.soldier.lossDate,
    ...(burial ? { burialPlaceId, burialKind: burial.kind, burialPrecision: burial.place.precision } : {}),
    summary: summaryOf(story, finding),
    evidenceIds: [...story.made.evidenceIds],
  });
};

function summaryOf(story: Story, { burial, record }: Finding): string {
  const { surname = '', given_name = '', patronymic = '', birth_date = '' } = record.row;
  const written = [surname, given_name, patronymic].filter(Boolean).join(' ');
  const asked = nameOf(story.soldier, 'ru');
  return story.world.by.chance(0.5)
    ? `Құжатта: ${written}, ${birth_date || 'туған жылы көрсетілмеген'}. Өтініште: ${asked}. Туған жері мен шақырылған жері, жақын туысының аты сәйкес келеді, жазылуындағы айырма – естілуінен.${burial ? ` Жерленген жері хабарлама бойынша: ${sentence(burial.place.reportedName)}` : ''}`
    : `В документе: ${written}, ${birth_date || 'год рождения не указан'}. В заявлении: ${asked}. Совпадают место рождения и призыва, имя родственника; разница в написании – на слух.${burial ? ` Место захоронения по донесению: ${sentence(burial.place.reportedName)}` : ''}`;
}

export const confirm = (story: Story) => async () => {
  await confirmConclusion(story.manager, { ...(await story.page()), note: '' });
};

/** A sensitive fate is released to the family before it is confirmed. */
export const release = (story: Story) => async () => {
  await releaseConclusion(story.manager, await story.page());
};

export const sendBack = (story: Story) => async () => {
  const reason = story.world.by.pick(reasons.sentBack);
  await sendBackConclusion(story.manager, { ...(await story.page()), reason });
};

/** The letter with the result. */
export const tellResult = (story: Story) => letter(story, 'result');

/** The certificate of memory: it states the primary burial place. */
export const handCertificate = (story: Story) => letter(story, 'certificate');

/** Abbreviations such as `обл.` have their stop already. */
const sentence = (text: string) => (text.endsWith('.') ? text : `${text}.`);
