/** `node --import tsx make-file.ts FILE`: makes a demonstration register in a process of its own. */
import { makeDemonstration } from './make';

const [, , file] = process.argv;
if (!file) throw new Error('Name the file to make');
await makeDemonstration(file);
