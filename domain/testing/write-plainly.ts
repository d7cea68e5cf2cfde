/** The negative control of durability: a hundred commits as better-sqlite3 makes them in WAL mode when nothing is set. */
import Database from 'better-sqlite3';

const [file = ''] = process.argv.slice(2);
const connection = new Database(file);
connection.pragma('journal_mode = WAL');
const insert = connection.prepare('INSERT INTO settings (key, value) VALUES (?, \'"kept"\')');
for (let n = 0; n < 100; n++) insert.run(`plain-${n}`);
