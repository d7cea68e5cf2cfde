import * as z from 'zod/mini';
import { command } from '../command';

/** Records that the whole register, applicants' addresses included, was taken out; who did it stands in the audit log. */
export const exportRegister = command('register.export', z.strictObject({}), async (_input, { record }) => {
  record({ kind: 'register.exported', data: { form: 'xlsx' } });
});
