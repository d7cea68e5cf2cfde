import { visitor } from '@/app/actions/public-draft';
import { type Answers, known } from '@/domain/applications/fields';
import { mayBeKnown } from '@/domain/burials/known-already';
import type { PublicBurial } from '@/domain/burials/public';
import { log } from '@/log';

/** Published entries that may be the man applied for. A hint only: whatever goes wrong, applying goes on without it. */
export async function offeredEntries(answers: Answers): Promise<PublicBurial[]> {
  try {
    return await mayBeKnown(await visitor(), {
      surname: known(answers.surname),
      givenName: known(answers.givenName),
      patronymic: known(answers.patronymic),
      otherSpellings: known(answers.otherSpellings),
      birth: known(answers.birth),
    });
  } catch (error) {
    log.error({ error }, 'the register could not be searched while applying');
    return [];
  }
}
