import { describe, expect, it } from 'vitest';
import { match, type Route } from './router.ts';

const routes: Route<string>[] = [
  { method: 'GET', pattern: '/', handler: 'desk' },
  { method: 'GET', pattern: '/forms/:id/viewform', handler: 'form' },
  { method: 'POST', pattern: '/forms/:id/viewform', handler: 'submit' },
  { method: 'POST', pattern: '/rpc', handler: 'rpc' },
];

describe('match', () => {
  const cases: [string, string, unknown, string][] = [
    ['GET', '/', { kind: 'found', handler: 'desk', params: {} }, 'the root'],
    ['HEAD', '/', { kind: 'found', handler: 'desk', params: {} }, 'HEAD is a GET without its body'],
    [
      'GET',
      '/forms/a%2Fb/viewform',
      { kind: 'found', handler: 'form', params: { id: 'a/b' } },
      'escaped slash',
    ],
    ['POST', '/forms/x/viewform', { kind: 'found', handler: 'submit', params: { id: 'x' } }, 'by method'],
    ['GET', '/rpc', { kind: 'method-not-allowed', allowed: ['POST'] }, 'wrong method'],
    ['GET', '/forms//viewform', { kind: 'not-found' }, 'an empty part is no id'],
    ['GET', '/forms/%E0%A4%A/viewform', { kind: 'not-found' }, 'a broken escape'],
    ['GET', '/forms/x/viewform/', { kind: 'not-found' }, 'a trailing slash is another path'],
  ];
  for (const [method, path, expected, note] of cases) {
    it(`${method} ${path}: ${note}`, () => {
      expect(match(routes, method, path)).toEqual(expected);
    });
  }
});
