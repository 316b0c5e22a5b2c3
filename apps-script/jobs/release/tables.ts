/** Two hidden sheets, made when a chamber is first connected: files of releases, and how far the agent is. */
import { jsonHeaders } from '../book/json-cells.ts';
import type { Table } from '../port.ts';

/** 45,000 characters a cell: nine hold the longest file (`shared/release/files.ts`). */
export const fileHeaders = jsonHeaders('データ', 9);

export const releaseTable: Table = {
  name: '_release',
  hidden: true,
  columns: [
    { header: 'version', width: 80 },
    { header: 'name', width: 220 },
    { header: 'sha256', width: 160 },
    ...fileHeaders.map((header) => ({ header, width: 100 })),
  ],
};

export const pullHeaders = jsonHeaders('データ', 1);

export const pullTable: Table = {
  name: '_pull',
  hidden: true,
  columns: [{ header: 'key', width: 80 }, ...pullHeaders.map((header) => ({ header, width: 400 }))],
};

export const offersHeaders = jsonHeaders('データ', 1);

/** What this chamber has offered the others, by kind and id; made with the first offer. */
export const offersTable: Table = {
  name: '_offers',
  hidden: true,
  columns: [{ header: 'key', width: 200 }, ...offersHeaders.map((header) => ({ header, width: 400 }))],
};
