/** All we hold about one applicant, on paper. */
import { Text } from '@react-pdf/renderer';
import { fieldsOf, known, soldierFields, unknownAnswer } from '@/domain/applications/fields';
import type { OwnData } from '@/domain/applications/own-data';
import { Frame, Part } from '../pdf/frame';
import { pdfOf } from '../pdf/render';
import { type DocumentLanguage, datesOf, wordsOf } from '../words';
import { OwnHistory } from './history';
import { Pair, type Told } from './pair';

/** @param region the name of the applicant's region in the language of the document */
export const ownDataDocument = (language: DocumentLanguage, data: OwnData, region: string): Promise<Buffer> =>
  pdfOf(<OwnDataDocument language={language} data={data} region={region} />);

function OwnDataDocument({ language, data, region }: { language: DocumentLanguage; data: OwnData; region: string }) {
  const t = wordsOf(language, 'documents.ownData');
  const { moment } = datesOf(language);
  const told = { language, data, t };
  return (
    <Frame language={language} title={t('title')} foot={t('foot', { reference: data.application.reference })}>
      <Text>{t('lead', { moment: moment(data.madeAt) })}</Text>
      <Application {...told} />
      <You {...told} region={region} />
      <Soldier {...told} />
      <Consents {...told} />
      <OwnHistory {...told} />
    </Frame>
  );
}

function Application({ language, data, t }: Told) {
  const { day } = datesOf(language);
  const { application } = data;
  return (
    <Part title={t('application')}>
      <Pair term={t('reference')}>{application.reference}</Pair>
      <Pair term={t('received')}>{day(application.receivedAt)}</Pair>
      <Pair term={t('channel')}>{wordsOf(language, 'channel')(application.channel)}</Pair>
      <Pair term={t('language')}>{wordsOf(language, 'site.languages')(application.language)}</Pair>
      <Pair term={t('phase')}>{wordsOf(language, 'phase')(data.phase)}</Pair>
      <Pair term={t('withdrawn')}>{application.withdrawnAt ? day(application.withdrawnAt) : ''}</Pair>
      {data.reasons.map(({ text, at }) => (
        <Pair key={at} term={t('reason')}>
          {text}
        </Pair>
      ))}
    </Part>
  );
}

function You({ language, data, t, region }: Told & { region: string }) {
  const field = wordsOf(language, 'field');
  const { application } = data;
  const said: Record<string, string | number | null> = { ...application, region };
  return (
    <Part title={t('you')}>
      {fieldsOf('you').map(({ name, options }) => {
        const value = String(said[name] ?? '');
        return (
          <Pair key={name} term={field(`${name}.label`)}>
            {options?.includes(value) ? field(`${name}.options.${value}`) : value}
          </Pair>
        );
      })}
    </Part>
  );
}

function Soldier({ language, data, t }: Told) {
  const field = wordsOf(language, 'field');
  const unknown = wordsOf(language, 'form')('unknown');
  return (
    <Part title={t('soldier')}>
      {soldierFields.map(({ name, options }) => {
        const answer = data.answers[name] ?? '';
        const text = options?.includes(answer) ? field(`${name}.options.${answer}`) : known(answer);
        return (
          <Pair key={name} term={field(`${name}.label`)}>
            {answer === unknownAnswer ? unknown : text}
          </Pair>
        );
      })}
      <Pair term={t('draft')}>{data.draft ? t('draftNote', { n: Object.keys(data.draft.answers).length }) : ''}</Pair>
    </Part>
  );
}

function Consents({ language, data, t }: Told) {
  const field = wordsOf(language, 'field');
  const how = wordsOf(language, 'track.consents.how');
  const { day } = datesOf(language);
  return (
    <Part title={t('consents')}>
      {data.consents.length === 0 && <Text>{t('none')}</Text>}
      {data.consents.map((consent) => (
        <Pair key={`${consent.kind}-${consent.givenAt}`} term={field(`consent-${consent.kind}.label`)}>
          {[
            t('consentGiven', { day: day(consent.givenAt), how: how(consent.how), version: consent.textVersion }),
            consent.confirmedAt && t('consentConfirmed', { day: day(consent.confirmedAt) }),
            consent.revokedAt && t('consentRevoked', { day: day(consent.revokedAt) }),
          ]
            .filter(Boolean)
            .join(' ')}
        </Pair>
      ))}
    </Part>
  );
}
