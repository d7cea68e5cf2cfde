/** A process of its own that migrates a file: `migrate-file FILE FOLDER`. Says when it begins and when it is done. */
import { migrate } from '@/db/migrate';
import { openStore } from '@/db/store';

const [file = '', folder = ''] = process.argv.slice(2);
const { engine } = openStore(file);
process.stdout.write('begun\n');
migrate(engine.writer, folder);
process.stdout.write('done\n');
