/** What passed between the applicant and us, and what is recorded of it. */
import { Text } from '@react-pdf/renderer';
import { Part } from '../pdf/frame';
import { datesOf, wordsOf } from '../words';
import { Pair, type Told } from './pair';

export function OwnHistory(told: Told) {
  return (
    <>
      <Thread {...told} />
      <Letters {...told} />
      <Papers {...told} />
      <News {...told} />
      <Invitations {...told} />
      <Sharing {...told} />
      <Records {...told} />
    </>
  );
}

type Line = { at: number; term: string; text: string };

/** Questions, answers and messages by their days. */
function Thread({ language, data, t }: Told) {
  const { day } = datesOf(language);
  const lines: Line[] = [
    ...data.questions.flatMap(({ text, askedAt, answer, answeredAt }) => [
      { at: askedAt, term: t('question'), text },
      ...(answer !== null && answeredAt !== null ? [{ at: answeredAt, term: t('answer'), text: answer }] : []),
    ]),
    ...data.messages.map(({ text, writtenAt, writtenBy }) => ({
      at: writtenAt,
      term: t(writtenBy === 'applicant' ? 'messageOwn' : 'messageOurs'),
      text,
    })),
  ].sort((a, b) => a.at - b.at);
  return (
    <Lines
      title={t('thread')}
      none={t('none')}
      lines={lines.map((one) => ({ ...one, term: `${day(one.at)}\n${one.term}` }))}
    />
  );
}

function Letters({ language, data, t }: Told) {
  const { day } = datesOf(language);
  const kind = wordsOf(language, 'letterKind');
  const lines = data.letters.map((letter) => ({
    at: letter.at,
    term: `${day(letter.at)}\n${kind(letter.kind)}`,
    text: letter.text,
  }));
  return <Lines title={t('letters')} none={t('none')} lines={lines} />;
}

function Papers({ language, data, t }: Told) {
  const { day } = datesOf(language);
  const kind = wordsOf(language, 'papers.kind');
  const lines = data.papers.map((paper) => ({
    at: paper.addedAt,
    term: kind(paper.kind),
    text: [
      paper.name,
      t('paper', { day: day(paper.addedAt), size: Math.ceil(paper.bytes / 1000) }),
      paper.removedAt ? t('paperRemoved', { day: day(paper.removedAt) }) : '',
    ]
      .filter(Boolean)
      .join('\n'),
  }));
  return <Lines title={t('papers')} none={t('none')} lines={lines} />;
}

function News({ language, data, t }: Told) {
  const { day } = datesOf(language);
  const lines = data.notices.map(({ kind, name, address, createdAt }) => ({
    at: createdAt,
    term: `${day(createdAt)}\n${t(`notice.${kind}`)}`,
    text: [name, address].filter(Boolean).join(', '),
  }));
  return <Lines title={t('notices')} none={t('none')} lines={lines} />;
}

/** Journeys, ceremonies and the memory page: what they were asked, and what they said. */
function Invitations({ language, data, t }: Told) {
  const { day } = datesOf(language);
  const lines: Line[] = [
    ...data.invitations.map(({ title, state, persons, answer, invitedAt }) => ({
      at: invitedAt,
      term: `${day(invitedAt)}\n${t(`invitation.${state}`)}`,
      text: [title[language], persons === null ? '' : t('persons', { n: persons }), answer].filter(Boolean).join('\n'),
    })),
    ...data.memory.map(({ answer, words, answeredAt }) => ({
      at: answeredAt,
      term: `${day(answeredAt)}\n${t(`memory.${answer}`)}`,
      text: words,
    })),
  ].sort((a, b) => a.at - b.at);
  return <Lines title={t('invitations')} none={t('none')} lines={lines} />;
}

function Sharing({ language, data, t }: Told) {
  const { day } = datesOf(language);
  if (data.partners.length === 0) return <Lines title={t('sharing')} none={t('none')} lines={[]} />;
  return (
    <Part title={t('sharing')}>
      <Text style={{ marginBottom: 4 }}>{t('sharingNote')}</Text>
      {data.partners.map(({ name, at, consent }) => (
        <Pair key={`${at}-${name.en}`} term={day(at)}>
          {`${name[language]}: ${t(consent ? 'shared' : 'notShared')}`}
        </Pair>
      ))}
    </Part>
  );
}

function Records({ language, data, t }: Told) {
  const { day, moment } = datesOf(language);
  const event = wordsOf(language, 'event');
  const last = data.signIns.at(-1);
  return (
    <Part title={t('events')}>
      {data.erasure.map((request) => (
        <Pair key={request.askedAt} term={t('erasure')}>
          {[
            t('erasureAsked', { day: day(request.askedAt) }),
            request.reason,
            request.state === 'declined' && t('erasureDeclined', { day: day(request.decidedAt ?? request.askedAt) }),
            request.note,
          ]
            .filter(Boolean)
            .join(' ')}
        </Pair>
      ))}
      <Pair term={t('access')}>
        {last ? t('accessCount', { n: data.signIns.length, moment: moment(last.createdAt) }) : ''}
      </Pair>
      <Pair term={t('newCodes')}>{data.newCodes.map(({ askedAt }) => day(askedAt)).join('; ')}</Pair>
      {data.events
        .filter(({ kind }) => !kind.startsWith('applicant.'))
        .map(({ at, kind }, index) => ({ key: `${at}-${index}`, at, kind }))
        .map(({ key, at, kind }) => (
          <Pair key={key} term={moment(at)}>
            {event(kind.replace('.', '-'))}
          </Pair>
        ))}
    </Part>
  );
}

function Lines({ title, none, lines }: { title: string; none: string; lines: Line[] }) {
  const keyed = lines.map((line, index) => ({ ...line, key: `${line.at}-${index}` }));
  return (
    <Part title={title}>
      {lines.length === 0 && <Text>{none}</Text>}
      {keyed.map(({ key, term, text }) => (
        <Pair key={key} term={term}>
          {text}
        </Pair>
      ))}
    </Part>
  );
}
