import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestDatabase, type TestDatabase } from '../testing/database';
import { aCaseIn } from '../testing/factories';
import { trackedApplication } from './tracking';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.close());

it('tells a withdrawn application once that it was withdrawn, after what happened before', async () => {
  const { applicant, applicationId } = await aCaseIn('withdrawn');
  const { phase, history, withdrawn } = await trackedApplication(applicant, { applicationId });
  expect({ phase, withdrawn }).toEqual({ phase: 'withdrawn', withdrawn: true });
  expect(history.map((step) => step.phase)).toEqual(['withdrawn', 'searching', 'received']);
});
