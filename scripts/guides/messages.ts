/** `npm run docs:messages`: writes docs/ja/困ったとき.md from the catalogue of messages. */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { messagesPage } from './messages/page.ts';

writeFileSync(fileURLToPath(new URL('../../docs/ja/困ったとき.md', import.meta.url)), messagesPage());
