/**
 * Calls that the platform broke are made again: a look takes some forty, and one server error among them would throw away the hour.
 * Only what may be asked twice: reads, and writes that say what stands afterwards. Waits grow, as Google asks for
 * (https://developers.google.com/workspace/drive/api/guides/limits#exponential).
 */
import { isPlatformTrouble } from '../platform-trouble.ts';
import type { Services } from '../port.ts';

/** Milliseconds before the second and the third attempt. */
const waits = [1000, 4000];

const repeatable = {
  workbook: [
    'url',
    'title',
    'owner',
    'formUrls',
    'has',
    'read',
    'readColumns',
    'readRows',
    'put',
    'update',
    'replace',
  ],
  forms: ['read', 'readSettings', 'hasAnswers', 'look', 'workbookOf', 'find', 'idAt', 'close'],
  properties: ['get', 'set'],
  office: ['triggers', 'authorisation', 'scriptZone', 'bookZone', 'fileOwner', 'responseTimes', 'linkedRows'],
} as const;

function again<T extends object>(service: T, names: readonly string[], { clock }: Services): T {
  const attempt = (work: () => unknown): unknown => {
    for (const wait of waits) {
      try {
        return work();
      } catch (error) {
        if (!isPlatformTrouble(error)) throw error;
        clock.wait(wait);
      }
    }
    return work();
  };
  return new Proxy(service, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (typeof value !== 'function') return value;
      const isRepeatable = names.some((one) => one === name);
      return (...given: readonly unknown[]) => {
        const work = (): unknown => Reflect.apply(value, target, given);
        return isRepeatable ? attempt(work) : work();
      };
    },
  });
}

/** The same services, patient. What a service needs is still loaded when it is asked for. */
export function patient(services: Services): Services {
  const { workbook, forms, properties, secrets } = services;
  const own: Partial<Services> = {
    workbook: again(workbook, repeatable.workbook, services),
    forms: again(forms, repeatable.forms, services),
    properties: again(properties, repeatable.properties, services),
    secrets: again(secrets, repeatable.properties, services),
    get office() {
      return again(services.office, repeatable.office, services);
    },
  };
  return Object.create(services, Object.getOwnPropertyDescriptors(own));
}
