/** Whom the news of an application goes to, and by which way. */
import { eq } from 'drizzle-orm';
import { type applications, settings } from '@/db/schema';
import { read } from '../database';
import { settingKeys } from '../opening';
import { addressIn, isAddress, oneLine } from './rules';

type Contact = Pick<
  typeof applications.$inferSelect,
  'newsTo' | 'helperName' | 'helperContact' | 'applicantName' | 'email'
>;

/** The helper when the news goes there and an e-mail address is known, else the applicant; without an address it is told by hand. */
export function recipientOf(application: Contact): { name: string; address: string; isHelper: boolean } {
  const { newsTo, helperName, helperContact, applicantName, email } = application;
  const helperAddress = newsTo === 'helper' ? addressIn(helperContact) : '';
  if (helperAddress) return { name: oneLine(helperName), address: helperAddress, isHelper: true };
  const address = isAddress(email) ? email : '';
  const isHelper = newsTo === 'helper' && !address && helperContact !== '';
  return { name: oneLine(isHelper ? helperName : applicantName), address, isHelper };
}

/** Invented people get no mail: a demonstration keeps what would be sent. */
export async function isDemonstration(): Promise<boolean> {
  const [row] = await read().select().from(settings).where(eq(settings.key, settingKeys.demonstration));
  return row?.value === true;
}
