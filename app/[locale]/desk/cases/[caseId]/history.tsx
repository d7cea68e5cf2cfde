import { getTranslations } from 'next-intl/server';
import { candidateWords } from '@/components/desk/candidate-words';
import { PartHeading } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import { Timeline, type TimelineItem } from '@/components/ui/timeline';
import { caseHistory, type HistoryLine } from '@/domain/cases/history';
import { Notes } from './notes';
import { Openings } from './openings';
import type { View } from './view';

/** Lines shown at once; older ones open on demand. */
const shown = 25;

/** Internal notes, and everything that happened: who, when, why. */
export async function History({ view }: { view: View }) {
  const t = await getTranslations('case.history');
  const { day } = await days();
  const lines = await caseHistory(view.actor, { caseId: view.caseId });
  const say = await sentences(view);
  const items: TimelineItem[] = lines.map((line) => ({
    key: String(line.seq),
    date: day(line.at),
    dateTime: new Date(line.at).toISOString(),
    ...say(line),
  }));
  return (
    <Section title={t('title')} id="history">
      <Notes view={view} />
      <PartHeading>{t('events')}</PartHeading>
      <Timeline label={t('events')} items={items.slice(0, shown)} />
      {items.length > shown && (
        <Disclosure summary={t('earlier', { n: items.length - shown })}>
          <Timeline label={t('eventsEarlier')} items={items.slice(shown)} />
        </Disclosure>
      )}
      {view.may('opening.read') && <Openings view={view} />}
    </Section>
  );
}

/** Turns an event into a sentence, what it was about, the reason and who did it. */
async function sentences(view: View): Promise<(line: HistoryLine) => Pick<TimelineItem, 'title' | 'body' | 'by'>> {
  const event = await getTranslations('event');
  const status = await getTranslations('status');
  const role = await getTranslations('role');
  const about = await detail(view);
  const { time } = await days();
  return (line) => {
    const { from, to } = line.data as { from?: string; to?: string };
    const words: Record<string, string> =
      line.kind === 'case.moved' && from && to ? { from: status(from), to: status(to) } : {};
    return {
      title: (
        <span className="font-normal">
          {[event(line.kind.replaceAll('.', '-'), words), about(line)].filter(Boolean).join(': ')}
        </span>
      ),
      body: line.reason && <span className="whitespace-pre-line">{line.reason}</span>,
      by: `${time(line.at)}, ${line.by ?? role(line.role)}`,
    };
  };
}

/** What an event was about, in the words of the page. */
async function detail(view: View): Promise<(line: HistoryLine) => string> {
  const words = {
    outcome: await getTranslations('outcome'),
    kind: await getTranslations('letterKind'),
    state: await getTranslations('letterState'),
    consent: await getTranslations('consentKind'),
    field: await getTranslations('field'),
    match: await candidateWords(),
  };
  const { ofDay } = await days();
  const source = (key: unknown) => view.sources.find((one) => one.key === key)?.name[view.locale] ?? '';
  const partner = (id: unknown) => view.partners.find((one) => one.id === id)?.name[view.locale] ?? '';
  const listed = (...parts: string[]) => parts.filter(Boolean).join(': ');
  return ({ kind, data, assignee, otherCase }) => {
    switch (kind) {
      case 'case.assigned':
      case 'case.released':
      case 'task.set':
        return assignee ?? '';
      case 'case.joined':
      case 'case.parted':
        return otherCase ? `№ ${otherCase}` : '';
      case 'case.extended':
        return ofDay(String(data.to));
      case 'case.corrected':
        return (data.fields as string[]).map((name) => words.field(`${name}.label`)).join(', ');
      case 'search.logged':
        return listed(source(data.sourceKey), words.outcome(String(data.outcome)));
      case 'search.withdrawn':
      case 'record.pasted':
        return source(data.sourceKey);
      case 'request.drafted':
      case 'request.sent':
      case 'partner-link.given':
        return partner(data.partnerId);
      case 'request.answered':
        return words.outcome(String(data.outcome));
      case 'letter.written':
      case 'letter.discarded':
      case 'letter.approved':
        return words.kind(String(data.kind));
      case 'letter.registered':
        return listed(words.kind(String(data.kind)), String(data.number));
      case 'letter.settled':
        return listed(words.kind(String(data.kind)), words.state(String(data.state)));
      case 'match.proposed':
        return String(data.count);
      case 'match.decided':
        return words.match.state(data.state as Parameters<typeof words.match.state>[0]);
      case 'match.returned':
        return (data.fields as string[]).map(words.match.field).join(', ');
      case 'consent.given':
      case 'consent.revoked':
      case 'consent.confirmed':
        return words.consent(String(data.kind));
      default:
        return '';
    }
  };
}
