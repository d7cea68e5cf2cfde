import { getTranslations } from 'next-intl/server';
import { CaseItem } from '@/components/desk/case-item';
import { days } from '@/components/desk/days';
import { Disclosure } from '@/components/ui/disclosure';
import { Section } from '@/components/ui/headings';
import type { RequestPart } from './page';

/** The reminders that went out, in their order. */
export async function Reminders({ request }: RequestPart) {
  if (request.sent.length === 0) return null;
  const t = await getTranslations('requests.remind');
  const channel = await getTranslations('channel');
  const { day, ofDay } = await days();
  return (
    <Section title={t('sentTitle')} id="reminders">
      <ul>
        {request.sent.map((reminder, at) => (
          <CaseItem
            key={reminder.id}
            title={t('nth', { nth: at + 1, day: day(reminder.sentAt) })}
            meta={[channel(reminder.channel), reminder.by, t('until', { day: ofDay(reminder.expectedOn) })].join(' · ')}
          >
            <Disclosure summary={t('text')}>
              <p className="measure whitespace-pre-line">{reminder.text}</p>
            </Disclosure>
          </CaseItem>
        ))}
      </ul>
    </Section>
  );
}
