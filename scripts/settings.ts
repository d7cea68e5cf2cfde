/** Checks the settings before anything long is begun, and prints as JSON what the supervisor needs of them. */
import { env, SettingsError } from '@/env';
import { wrongSettings } from './supervised';

try {
  // Reading the secret checks it, or makes the demonstration's.
  const { host, port, baseUrl, secret } = env;
  if (secret) console.log(JSON.stringify({ host, port, baseUrl }));
} catch (error) {
  if (!(error instanceof SettingsError)) throw error;
  console.error(error.message);
  process.exitCode = wrongSettings;
}
