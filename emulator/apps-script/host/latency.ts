/**
 * A model of what service calls cost in time, so that the six-minute limit can be met on a virtual clock. The
 * figures are other people's measurements (a model, not a promise): 100 × 100 cells with a flush per row take
 * about 70 s and one block about 1 s (https://developers.google.com/apps-script/guides/support/best-practices);
 * 400 buffered row writes 164 ms; properties 62 / 30 ms and cache 93 / 3 ms
 * (https://ziritione.org/post/apps_script_performance). Calls without a published figure take an assumed one.
 */
import type { OpKind } from './op-kind.ts';

/** Buffered write: 164 ms for 400 calls. */
const BUFFERED_WRITE_MS = 0.4;
/** One written cell when the buffer is flushed: (610 − 50) ms for 4,000 cells. */
const FLUSHED_CELL_MS = 0.14;
/** A flush: 12 s for 400 of them. */
const FLUSH_MS = 30;
const SHEET_READ_MS = 30;
const READ_CELL_MS = 0.01;
const RESPONSE_MS = 1;

const NAMED: Record<string, number> = {
  'Properties.getProperties': 30,
  'Properties.setProperties': 62,
  'Properties.deleteProperties': 62,
  'Cache.get': 3,
  'Cache.put': 93,
  'Cache.remove': 93,
  'MailApp.sendEmail': 400,
  'GmailApp.sendEmail': 400,
  'FormApp.create': 1500,
  'SpreadsheetApp.create': 1500,
  'DocumentApp.create': 1500,
  'DocumentApp.openById': 300,
  'Document.saveAndClose': 500,
};

const ASSUMED: Record<string, { read: number; write: number }> = {
  FormApp: { read: 60, write: 120 },
  // Buffered until saveAndClose or the end; the figures are assumed.
  DocumentApp: { read: 5, write: 2 },
  DriveApp: { read: 150, write: 500 },
  LockService: { read: 5, write: 50 },
  ScriptApp: { read: 60, write: 300 },
  // The way there and back; what the other side needs comes on top.
  UrlFetchApp: { read: 200, write: 200 },
};
const OTHERWISE = { read: 20, write: 40 };

export class Latency {
  private pendingCells = 0;
  private pending = false;

  private flush(): number {
    const ms = FLUSH_MS + this.pendingCells * FLUSHED_CELL_MS;
    this.pending = false;
    this.pendingCells = 0;
    return ms;
  }

  /** Milliseconds of one call, and whether it forced buffered writes out before a read. */
  cost(name: string, service: string, kind: OpKind, size: number): { ms: number; switched: boolean } {
    if (service === 'SpreadsheetApp' && NAMED[name] === undefined) {
      if (kind === 'write') {
        this.pending = true;
        this.pendingCells += size;
        return { ms: BUFFERED_WRITE_MS, switched: false };
      }
      if (kind === 'flush') return { ms: this.pending ? this.flush() : 1, switched: false };
      const switched = this.pending;
      return { ms: (switched ? this.flush() : 0) + SHEET_READ_MS + size * READ_CELL_MS, switched };
    }
    const base = ASSUMED[service] ?? OTHERWISE;
    const ms = NAMED[name] ?? (kind === 'read' ? base.read : base.write);
    return { ms: ms + (service === 'FormApp' && kind === 'read' ? size * RESPONSE_MS : 0), switched: false };
  }
}
