/** Texts of letters in English. */
import { wordsOf } from '../../words';
import {
  fullNameOf,
  gaveLife,
  known,
  type LetterFacts,
  list,
  listed,
  notSearched,
  orGap,
  sentence,
  sourcesBy,
  type Writers,
} from './parts';

const about = (facts: LetterFacts) => {
  const { birth, birthPlace } = facts.soldier;
  const more = [birth && `born ${birth}`, birthPlace && `place of birth: ${birthPlace}`].filter(Boolean).join('; ');
  return more ? `${fullNameOf(facts)} (${more})` : fullNameOf(facts);
};

const application = ({ addressee }: LetterFacts) =>
  addressee ? `With regard to your application ${addressee.reference} of ${addressee.receivedOn}: ` : '';

const waiting = ({ waiting }: LetterFacts) =>
  listed(
    'We have written to these bodies and are waiting for their answers:',
    waiting.map(({ body, since }) => (since ? `${body}, since ${since}` : body)),
  );

const established = (facts: LetterFacts) => {
  const { stated, soldier } = facts;
  const burial = stated?.burial;
  const kinds = { primary: 'Place of the primary burial', reburial: 'Place of reburial', unknown: 'Place of burial' };
  return known([
    ['Soldier', fullNameOf(facts)],
    ['Born', soldier.birth],
    ['Place of birth', soldier.birthPlace],
    ['Fate', stated ? wordsOf('en', 'fate')(stated.fate) : ''],
    [gaveLife(facts) ? 'Date of death' : 'Date', stated?.fateDate ?? ''],
    [`${kinds[burial?.kind ?? 'unknown']} (as the document names it)`, burial?.reported ?? ''],
    ['What this place is called today', burial?.today ?? ''],
    ['How exactly the place is known', burial ? wordsOf('en', 'precision')(burial.precision) : ''],
  ]);
};

const citations = ({ stated }: LetterFacts) => listed('This rests on these documents:', stated?.citations ?? []);

const homage = (facts: LetterFacts) => (gaveLife(facts) ? 'We bow to his memory.' : '');

const familyOnly = ({ soldier }: LetterFacts) =>
  `Some documents are given only to members of the family who have shown their kinship:\n${list([
    `the commissariat and the state archive of the place of call-up${soldier.draftPlace ? ` (${soldier.draftPlace})` : ''}: an extract from the call-up book, the file of the family’s allowance, notices received`,
    'the Central Archive of the Ministry of Defence of the Russian Federation (Podolsk): index card, personal file, award papers',
    'the Archive of Military Medical Documents (Saint Petersburg): a certificate of treatment in hospital',
    'the special state archive of the oblast police department: files of those who returned from captivity and of the condemned',
  ])}\nCopies of papers that show the kinship must be sent along. We shall help you to write the request.`;

const next = ({ nextWordBy }: LetterFacts) =>
  sentence(`We shall write as soon as there is news, and by ${nextWordBy} even if there is none`);

export const en: Writers = {
  acknowledgement: (facts) => [
    `Your application has been received and registered: ${orGap(facts.addressee?.reference ?? '')}, ${orGap(facts.addressee?.receivedOn ?? '')}. The soldier we look for: ${sentence(about(facts))}`,
    `You will have our first answer by ${facts.firstAnswerBy}. You can follow the search on our website with the number of your application and its access code.`,
    'If your family has kept letters from the front, a notice, a photograph or other papers, please send us copies: they help the search a great deal. The search is free of charge.',
  ],
  question: (facts) => [
    `To take the search for ${about(facts)} further we need to ask you:`,
    list(facts.questions.length > 0 ? facts.questions : [orGap('')]),
    'If you do not know for certain, please write what was told in the family, or what you suppose. You can answer by letter, by telephone or on the page of your application. The search goes on while we wait.',
  ],
  interim: (facts) => [
    `${application(facts)}the search for ${about(facts)} goes on.`.replace(/^t/, 'T'),
    listed(
      'These sources have been searched so far:',
      facts.searched.flatMap(({ source, outcome }) => (outcome === 'found' || outcome === 'nothing' ? [source] : [])),
    ),
    waiting(facts),
    `Nothing is confirmed yet of his fate or his grave. ${next(facts)}`,
  ],
  extension: (facts) => [
    `${application(facts)}the search for ${about(facts)} could not be finished in time.`.replace(/^t/, 'T'),
    waiting(facts),
    `The term of our answer has therefore been extended to ${facts.extendedTo || orGap('')}. The search goes on meanwhile.`,
  ],
  forwarding: (facts) => [
    `The papers you ask about are not kept at our museum. The soldier we look for: ${sentence(about(facts))} Your application has been passed on to: ${sentence(orGap(facts.partner))}`,
    'You will have your answer from there. If it is long in coming, or if you have questions, please write to us.',
  ],
  'search-report': (facts) => [
    `${application(facts)}every source of our list has been searched for ${about(facts)}. Neither his fate nor his grave could be established yet.`.replace(
      /^e/,
      'E',
    ),
    listed('Sources in which nothing was found:', sourcesBy(facts, 'nothing')),
    listed('Sources with similar entries that could not be confirmed as his:', sourcesBy(facts, 'found')),
    listed('Sources that could not be searched:', notSearched(facts)),
    waiting(facts),
    familyOnly(facts),
    `The search does not end: his name is compared with every new list. ${next(facts)}`,
  ],
  partial: (facts) => [
    `${application(facts)}archive documents establish what became of the soldier.`.replace(/^a/, 'A'),
    established(facts),
    citations(facts),
    `His grave is not known yet; the search goes on. ${next(facts)}`,
    homage(facts),
  ],
  result: (facts) => [
    `${application(facts)}archive documents establish the following.`.replace(/^a/, 'A'),
    established(facts),
    citations(facts),
    facts.stated?.burial ? '' : 'His grave is not known yet.',
    homage(facts),
  ],
  certificate: () => ['The name of this soldier, who gave his life for his country, will not be forgotten.'],
  correction: (facts) => [
    `What we told you in our letter ${orGap(facts.earlier?.number ?? '')} of ${orGap(facts.earlier?.day ?? '')} has been examined again. It turned out to concern another man, and that letter is therefore void. We apologise to you for this mistake.`,
    `How the mistake was made: ${orGap('')}`,
    `The search for ${about(facts)} has been taken up again. ${next(facts)}`,
  ],
  closing: (facts) => [
    facts.earlier
      ? `You were told the result of the search for ${about(facts)} in our letter ${orGap(facts.earlier.number)} of ${orGap(facts.earlier.day)}. The work on your application is done.`
      : `The work on the application about ${about(facts)} is done.`,
    'Should new papers, photographs or facts turn up, please write to us: we shall open the search again.',
  ],
};

export const enFrame = (name: string, paragraphs: readonly string[]): string[] => [
  name ? `Dear ${name},` : 'To the family,',
  ...paragraphs,
  'Yours sincerely, Department of battlefield archaeology',
];
