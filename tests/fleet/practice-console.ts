/** The page 配布の状況 over the practice's fleet, served on this machine: the real page and view model, without Google around them. */
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { consoleView } from '../../addon/view/console.ts';
import { consoleInputs } from '../../addon/view/console-protocol.ts';
import { consoleChamber } from '../../addon/view/console-record.ts';
import { bundlePage, consolePage } from '../../scripts/build/client.ts';
import type { FleetRow } from '../../shared/release/fleet.ts';
import { historyCells, isNoteworthy } from '../../shared/release/fleet-table.ts';
import { officeName, parseOffice } from '../../shared/release/office-file.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** What the page shows of the fleet, kept as the collector keeps it. */
export class PracticeConsole {
  readonly #rows = new Map<string, FleetRow>();
  readonly #history = new Map<string, (readonly string[])[]>();
  readonly #file: (name: string) => string | null;

  constructor(file: (name: string) => string | null) {
    this.#file = file;
  }

  store(row: FleetRow): void {
    const before = this.#rows.get(row.code)?.status ?? null;
    this.#rows.set(row.code, row);
    if (row.status === null || !isNoteworthy(before, row.status)) return;
    const lines = this.#history.get(row.code) ?? [];
    lines.push(Object.values(historyCells(row.status, row.receivedAt)));
    this.#history.set(row.code, lines);
  }

  answer(method: unknown, input: unknown): unknown {
    const text = this.#file(officeName);
    const office = text === null ? null : parseOffice(text);
    const rows = [...this.#rows.values()];
    if (method === 'console') {
      const isUnreadable = text !== null && office === null;
      return { ok: true, result: consoleView({ rows, office, isUnreadable, now: Date.now() }) };
    }
    const { code } = consoleInputs.consoleChamber().parse(input);
    const row = this.#rows.get(code) ?? null;
    return { ok: true, result: consoleChamber(code, row, this.#history.get(code) ?? [], office) };
  }

  /** Starts serving; gives back the address of the page. */
  async serve(): Promise<{ readonly url: string; close(): void }> {
    const before = join(root, 'tests/fleet/practice-console-client.ts');
    const html = await bundlePage(root, { ...consolePage, before });
    const server = createServer((request, response) => {
      if (request.method !== 'POST') {
        response.setHeader('content-type', 'text/html; charset=utf-8');
        response.end(html);
        return;
      }
      let body = '';
      request.on('data', (piece) => {
        body += String(piece);
      });
      request.on('end', () => {
        response.setHeader('content-type', 'application/json');
        try {
          const { method, input } = JSON.parse(body);
          response.end(JSON.stringify(this.answer(method, input)));
        } catch {
          response.statusCode = 400;
          response.end('{}');
        }
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
  }
}
