/** Answers of the server in the few shapes the pages need. */
import type { Answered, Face, PageParts, Person } from '../face.ts';
import { page } from './layout.ts';
import { pageHeaders } from './security.ts';

/** A page with the workspace's frame around it. */
export function respondPage(face: Face, person: Person, parts: PageParts, status = 200): Answered {
  return {
    status,
    headers: { ...pageHeaders, 'content-type': 'text/html; charset=utf-8' },
    body: page(face, person, parts).text,
  };
}

export function respondJson(value: unknown, status = 200): Answered {
  return {
    status,
    headers: { ...pageHeaders, 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  };
}

/** A redirect after a POST (303) or to a page's own address. Only local paths are followed; others lead to the desk. */
export function redirect(to: string, cookie?: string): Answered {
  const local = /^\/(?![/\\])[^\r\n]*$/.test(to) ? to : '/';
  return {
    status: 303,
    headers: { ...pageHeaders, location: local, ...(cookie ? { 'set-cookie': cookie } : {}) },
    body: '',
  };
}
