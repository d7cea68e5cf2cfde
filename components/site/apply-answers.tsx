import { getTranslations } from 'next-intl/server';
import { DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/headings';
import { type Answers, type FieldName, fieldsOf, type Step, unknownAnswer } from '@/domain/applications/fields';
import { answerText, type FieldTexts } from './apply-fields';

/** The form's own id, so that a link from the answers finds its field. */
export const applyFormId = 'answers';

/** The answers of one step to be read over: what was said line by line, what was left out in one sentence. */
export async function ApplyAnswers({
  step,
  answers,
  texts,
  href,
}: {
  step: Step;
  answers: Answers;
  texts: FieldTexts;
  /** Where the answers of this step can be changed. */
  href: string;
}) {
  const t = await getTranslations('apply');
  const names = fieldsOf(step).map(({ name }) => name as FieldName);
  const label = (name: FieldName) => texts.words(`${name}.label`);
  const change = (name: FieldName) => ({ href: `${href}#${applyFormId}-${name}`, label: label(name) });
  const said = names.filter((name) => answers[name] && answers[name] !== unknownAnswer);
  const unknown = names.filter((name) => answers[name] === unknownAnswer);
  const unsaid = names.filter((name) => !answers[name]);
  const value = (name: FieldName) => (answers[name] === 'on' ? t('check.agreed') : answerText(name, answers, texts));
  const consent = await getTranslations('consentKind');
  const word = (name: FieldName) => (step === 'consents' ? consent(name.replace('consent-', '')) : label(name));
  const list = (some: FieldName[]) => some.map(word).join('; ');
  return (
    <Section
      title={t(`steps.${step}.title`)}
      aside={
        <a href={href} className="target print:hidden">
          {t('check.changeStep')}
          <span className="sr-only">: {t(`steps.${step}.title`)}</span>
        </a>
      }
    >
      {said.length > 0 && (
        <DefinitionList items={said.map((name) => ({ term: label(name), value: value(name), change: change(name) }))} />
      )}
      {unknown.length > 0 && <p className="mt-3 text-muted">{t('check.unknown', { list: list(unknown) })}</p>}
      {unsaid.length > 0 && (
        <p className="mt-3 text-muted">
          {t(step === 'consents' ? 'check.notAgreed' : 'check.unsaid', { list: list(unsaid) })}
        </p>
      )}
    </Section>
  );
}
