/** 515 chambers: one made by the product's own jobs, the others copies of it, each then changed by its own people. */

import { assets } from '../../apps-script/jobs/assets.ts';
import { createForm } from '../../apps-script/jobs/create-form.ts';
import { lookAfter } from '../../apps-script/jobs/health/mend.ts';
import { connect } from '../../apps-script/jobs/release/link.ts';
import { standOn } from '../../apps-script/jobs/release/standing.ts';
import { setup } from '../../apps-script/jobs/setup.ts';
import { linkCode } from '../../shared/release/link.ts';
import type { ListedChamber } from '../../shared/release/rings.ts';
import { address, master } from './jcci.ts';
import { Chamber, type Outside } from './world/chamber.ts';
import { MemoryBook } from './world/memory-book.ts';
import { type FormData, MemoryForms } from './world/memory-forms.ts';
import { randomOf, Weather } from './world/weather.ts';

/** What only a chamber's own files may hold: the checks look for these words at JCCI. */
export const personal = ['見本太郎', 'taro@jigyosho.example', '090-0000-1234', '株式会社見本事業所'];

const own = 'model-';

function fillIns(templateId: string): Record<string, string> {
  const template = assets().templates.get(templateId)?.template;
  return Object.fromEntries(
    (template?.fillIns ?? [])
      .filter(({ initial }) => initial === '')
      .map(({ key, type }) => [key, type === 'date' ? '2027-03-31' : '見本']),
  );
}

/** A chamber with fourteen forms, made as a clerk makes them. */
export function modelChamber(templates: readonly string[], outside: Outside): Chamber {
  const listed: ListedChamber = { code: 'model', name: '見本商工会議所', prefecture: '13' };
  const chamber = new Chamber(
    listed,
    new MemoryBook('model-book', '会員データ管理', 'owner@mihon-cci.example'),
    new MemoryForms(own),
    'owner@mihon-cci.example',
    new Weather(randomOf(1), 0),
    randomOf(1),
    outside,
  );
  const services = chamber.services();
  standOn(services);
  setup(services, {
    chamberName: '見本商工会議所',
    phone: '03-1234-5678',
    email: 'info@mihon-cci.example',
    address: '見本県見本市中央1-2-3',
    privacyUrl: 'https://mihon-cci.example/privacy',
    articlesUrl: 'https://mihon-cci.example/articles',
    divisions: ['商業部会', '工業部会'],
    districts: ['中央', '東'],
    profileId: 'toas-provisional',
  });
  templates.forEach((templateId, at) => {
    createForm(services, { templateId, values: fillIns(templateId), draft: `draft-${at}` });
  });
  for (const form of chamber.forms.all) form.answered = form.items.map(({ itemId }) => itemId);
  // Members' data stand in the workbook, where they belong.
  chamber.book.data.台帳?.push({ 事業所名: personal[3] ?? '', 代表者氏名: personal[0] ?? '' });
  return chamber;
}

/** A copy of the model under its own ids, connected with JCCI. */
export function chamberOf(
  model: Chamber,
  listed: ListedChamber,
  seed: number,
  share: number,
  outside: Outside,
): Chamber {
  const moved = <T>(value: T): T => JSON.parse(JSON.stringify(value).split(own).join(`${listed.code}-`)) as T;
  const user = `tanto@${listed.code}.example`;
  const random = randomOf(seed);
  const chamber = new Chamber(
    listed,
    new MemoryBook(`${listed.code}-book`, '会員データ管理', user, moved(model.book.data)),
    new MemoryForms(`${listed.code}-`, moved<FormData[]>(model.forms.all), model.forms.next),
    user,
    new Weather(random, 0),
    random,
    outside,
  );
  const services = chamber.services();
  standOn(services);
  connect(services, linkCode(master, listed.code, address));
  lookAfter(services);
  chamber.weather.share = share;
  return chamber;
}
