/** What researchers ask of the register all day, in kinds that are measured one by one. */
import { caseOrders } from '@/domain/cases/lines';
import { casePage } from '@/domain/cases/page';
import { statuses } from '@/domain/cases/pipeline';
import { caseList, caseViews } from '@/domain/cases/queries';
import { myWork } from '@/domain/desk/my-work';
import type { StaffActor } from '@/domain/permissions';
import { peoples } from '../../demonstration/invented-names';
import { Chance } from '../names/chance';
import { idOf, type Staffed } from './one-case';
import { asked } from './words';

export type Question = { what: string; ask: () => Promise<unknown> };

const surnames = [...peoples.kazakh.surnames, ...peoples.russian.surnames];

/** The same questions for the same seed; `each` of every kind. */
export function questions({ researchers, managers }: Staffed, cases: number, each: number): Question[] {
  const chance = new Chance().begin(1941, cases);
  const anybody = (): StaffActor => chance.pick([...researchers, ...managers]);
  const list = (what: string, input: object): Question => {
    const actor = anybody();
    return { what, ask: () => caseList(actor, input) };
  };
  const times = (make: () => Question) => Array.from({ length: each }, make);
  const filtered = () => ({
    view: chance.pick(caseViews),
    status: chance.pick(['', ...statuses] as const),
    sort: chance.pick(caseOrders),
    direction: chance.pick(['ascending', 'descending']),
    assignee: chance.is(0.2) ? chance.pick(researchers).staffId : '',
  });
  const found = (what: string, text: () => string) => [
    ...times(() => list(what, { text: text() })),
    ...times(() => list(`${what}, filtered`, { text: text(), ...filtered() })),
  ];
  const everyList = caseViews.flatMap((view) =>
    ['' as const, ...statuses].flatMap((status) =>
      caseOrders.map((sort) =>
        list('queue, every view × status × order', {
          view,
          status,
          sort,
          direction: chance.pick(['ascending', 'descending']),
        }),
      ),
    ),
  );
  return [
    ...everyList,
    ...caseOrders.flatMap((sort) =>
      (['ascending', 'descending'] as const).map((direction) => list('queue, everything', { sort, direction })),
    ),
    ...times(() => list('queue, any filter', filtered())),
    ...times(() =>
      list('queue, a far page', {
        ...filtered(),
        view: 'all',
        assignee: '',
        offset: chance.int(0, Math.max(1, cases >> 4)),
      }),
    ),
    ...found('text, common word', () => chance.pick(asked.common)),
    ...found('text, some word', () => chance.pick(asked.middling)),
    ...found('text, rare word', () => chance.pick(asked.rare)),
    ...found('text, beginning of a word', () => chance.pick(asked.middling).slice(0, 3)),
    ...found('text, surname and a word', () => `${chance.pick(surnames).ru} ${chance.pick(asked.common)}`),
    ...found('text, part of a name', () => chance.pick(surnames).kk.slice(1, 5)),
    ...times(() => {
      const actor = chance.pick(researchers);
      return { what: 'my work, researcher', ask: () => myWork(actor, {}) };
    }),
    ...times(() => {
      const actor = chance.pick(managers);
      return { what: 'my work, manager', ask: () => myWork(actor, {}) };
    }),
    ...times(() => {
      const [actor, caseId] = [anybody(), idOf('case', chance.int(1, cases))];
      return { what: 'case page', ask: () => casePage(actor, { caseId }) };
    }),
  ];
}
