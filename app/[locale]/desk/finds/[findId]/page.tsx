import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { hasLocale } from 'next-intl';
import { getTranslations, setRequestLocale } from 'next-intl/server';
import { changeFindAction, closeFindAction, enterFoundManAction, reopenFindAction } from '@/app/actions/finds';
import { deskActor } from '@/app/actions/session';
import { days } from '@/components/desk/days';
import { findFields, foundManFields } from '@/components/desk/find-fields';
import { Breadcrumb } from '@/components/ui/breadcrumb';
import { DefinitionList } from '@/components/ui/definition-list';
import { EmptyState } from '@/components/ui/empty-state';
import { PageHeading, Section } from '@/components/ui/headings';
import { Notice } from '@/components/ui/notice';
import { type FindPage, findPage } from '@/domain/community/find-queries';
import { countryName } from '@/domain/countries';
import { dateText, readDate } from '@/domain/partial-date';
import { can } from '@/domain/permissions';
import { partnerList } from '@/domain/reference-queries';
import { type Locale, routing } from '@/messages/routing';
import { DeskAct } from '../../desk-act';
import { DeskPapers } from '../../desk-papers';
import { found } from '../../found';
import { FoundManPart } from './man';

type PageProps = { params: Promise<{ locale: string; findId: string }> };

export async function generateMetadata({ params }: PageProps): Promise<Metadata> {
  const { locale } = await params;
  const t = await getTranslations({ locale: locale as Locale, namespace: 'find' });
  return { title: t('title') };
}

/** One find: its men with the cases that may be about them, then what and where, then photographs. */
export default async function FindOnePage({ params }: PageProps) {
  const { locale, findId } = await params;
  if (!hasLocale(routing.locales, locale)) notFound();
  setRequestLocale(locale);
  const actor = await deskActor(locale);
  const page = await found(findPage(actor, { findId }));
  const { find } = page;
  const t = await getTranslations('find');
  const { day } = await days();
  const mayWrite = can(actor, 'find.write');
  const hidden = { findId, version: String(find.version) };
  return (
    <>
      <Breadcrumb
        items={[{ label: t('title'), href: `/${locale}/desk/finds` }, { label: t('number', { number: find.number }) }]}
      />
      <PageHeading above={[t('number', { number: find.number }), t(`kind.${find.kind}`)].join(', ')}>
        {find.place}
      </PageHeading>
      {find.state === 'closed' && <Notice title={t('closedNotice')} />}
      <Section title={t('men')} id="men">
        {page.men.length === 0 && <EmptyState title={t('man.none')}>{t('man.noneNext')}</EmptyState>}
        {page.men.map((one) => (
          <FoundManPart key={one.man.id} locale={locale} actor={actor} find={find} one={one} />
        ))}
        {mayWrite && (
          <DeskAct
            summary={t('man.add')}
            open={page.men.length === 0}
            action={enterFoundManAction}
            hidden={hidden}
            fields={await foundManFields()}
            submit={t('man.add')}
          />
        )}
      </Section>
      <Section title={t('what')}>
        <DefinitionList items={await factsOf(page, locale)} />
        <p className="minor mt-3 text-muted">{t('entered', { by: page.enteredBy ?? '', day: day(find.enteredAt) })}</p>
        {mayWrite && (
          <>
            <DeskAct
              summary={t('change')}
              action={changeFindAction}
              hidden={hidden}
              fields={await findFields(locale, await partnerList(actor, {}), find)}
              submit={t('save')}
            />
            {find.state === 'open' ? (
              <DeskAct summary={t('close')} action={closeFindAction} hidden={hidden} submit={t('close')}>
                <p className="measure text-muted">{t('closeHint')}</p>
              </DeskAct>
            ) : (
              <DeskAct action={reopenFindAction} hidden={hidden} submit={t('reopen')} />
            )}
          </>
        )}
      </Section>
      <Section title={t('photos')} id="photos">
        <DeskPapers
          locale={locale}
          about={{ findId }}
          kind="photo"
          mayWrite={can(actor, 'field-paper.write')}
          summary={t('addPhotos')}
        />
      </Section>
    </>
  );
}

async function factsOf({ find, partner }: FindPage, locale: Locale) {
  const t = await getTranslations('find.field');
  const { latitude, longitude } = find;
  return [
    { term: t('foundOn'), value: find.foundOn && (dateText(readDate(find.foundOn), locale) || find.foundOn) },
    { term: t('foundBy'), value: [partner?.[locale], find.foundBy].filter(Boolean).join(', ') },
    { term: t('place'), value: find.place },
    {
      term: t('region'),
      value: [find.region, find.country && countryName(find.country, locale)].filter(Boolean).join(', '),
    },
    { term: t('position'), value: latitude === null ? '' : `${latitude}, ${longitude}` },
    { term: t('description'), value: find.description },
    { term: t('remains'), value: find.remains === null ? '' : String(find.remains) },
    { term: t('keptAt'), value: find.keptAt },
  ];
}
