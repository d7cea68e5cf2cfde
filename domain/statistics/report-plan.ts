/** What a report tells, in which order: statistics of the catalogue with their parameters for a period. Pure. */
import { addMonths } from '../working-days';
import type { Applied, StatisticKey } from './catalogue';
import { isYear, periodBefore, spanOf } from './report-period';

/** One statistic of a report; `name` tells two of the same key apart. */
export type Planned = { name: string; key: StatisticKey; params: Applied };

export type ReportSpan = {
  /** `2020` or `2020-01`. */
  period: string;
  /** Its first museum day. */
  from: string;
  /** The museum day whose end is described: the period's last one, or the day it was asked for while the period runs. */
  at: string;
};

/** Months of receipt that the share established is told for, up to the period's end. */
const cohortMonths = 24;

/** @param askedOn the museum day on which the report was asked for */
export function reportSpan(period: string, askedOn: string): ReportSpan {
  const { from, to } = spanOf(period);
  return { period, from, at: to < askedOn ? to : askedOn };
}

/**
 * Every statistic of a report but the load of researchers, which is for their managers alone. Figures of the period and of the one
 * before it stand in the summary.
 */
export function plannedStatistics({ period, from, at }: ReportSpan): Planned[] {
  const before = spanOf(periodBefore(period));
  const within = { from, to: at };
  const cohorts = `${addMonths(`${at.slice(0, 7)}-01`, 1 - cohortMonths)}`;
  const plan = (key: StatisticKey, params: Applied, name: string = key): Planned => ({ name, key, params });
  return [
    plan('burials-by-country', { at, basis: 'today', kind: 'primary' }),
    plan('burials-by-country', { at, basis: 'reported', kind: 'primary' }, 'burials-reported'),
    plan('burials-by-country', { at, from, basis: 'today', kind: 'primary' }, 'burials-in-period'),
    plan('burials-by-country', { at: before.to, from: before.from, basis: 'today', kind: 'primary' }, 'burials-before'),
    plan('soldiers-by-country', { at, basis: 'today', kind: 'current' }),
    plan('burials-by-region', { at, basis: 'today', kind: 'primary' }),
    plan('burials-by-certainty', { at }),
    plan('burials-by-place', { at, from, basis: 'today', kind: 'primary' }, 'places-in-period'),
    plan('applications-received', { ...within, by: isYear(period) ? 'month' : 'day' }),
    plan('applications-received', { from: before.from, to: before.to, by: 'month' }, 'received-before'),
    plan('applications-by-channel', within),
    plan('applications-by-kz-region', within),
    plan('cases-by-status', { at }),
    plan('first-answer-time', { at }),
    plan('result-time', { at }),
    plan('established-by-cohort', { at, from: cohorts, to: at, kind: 'primary' }),
    plan('overdue', { at }),
    plan('waiting-on', { at }),
    plan('searches-by-source', within),
    plan('requests-by-partner', within),
  ];
}
