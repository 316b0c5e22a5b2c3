/** Finds `{{…}}` places of a form's texts that nobody will fill, and mail texts outside the template's folder. */
import type { Catalogue } from '../fields/catalogue.ts';
import { placesOf, withoutPlaces } from './mail.ts';
import { formPlaceNames } from './mail-places.ts';
import { nearTo, type Report } from './report.ts';
import type { Template } from './template.ts';

/** Texts that a form shows, with their places in the template. */
export function formTexts(
  template: Template,
): readonly (readonly [path: string, text: string | undefined])[] {
  const { settings, sections } = template;
  return [
    ['title', template.title],
    ['description', template.description],
    ['settings.confirmation', settings.confirmation],
    ['settings.closedMessage', settings.closedMessage],
    ['settings.closesOn', settings.closesOn],
    ...sections.flatMap((section, s): [string, string | undefined][] => [
      [`sections.${s}.title`, section.title],
      [`sections.${s}.help`, section.help],
      ...section.items.flatMap((item, i): [string, string | undefined][] => {
        const path = `sections.${s}.items.${i}`;
        return [
          [`${path}.title`, item.title],
          [`${path}.help`, item.help],
          [`${path}.validation.message`, item.validation?.message],
          [`${path}.scale.lowLabel`, item.scale?.lowLabel],
          [`${path}.scale.highLabel`, item.scale?.highLabel],
          [`${path}.media.source`, item.media?.source],
          ...(item.grid?.rows ?? []).map(({ label }, r): [string, string] => [
            `${path}.grid.rows.${r}.label`,
            label,
          ]),
          ...(item.options ?? []).map((option, o): [string, string] => [
            `${path}.options.${o}.label`,
            option.label,
          ]),
        ];
      }),
    ]),
  ];
}

/** Reports `template.place` for each place that nobody fills, and for braces that are no place. */
export function checkPlaces(template: Template, _catalogue: Catalogue, report: Report): void {
  const names = [...formPlaceNames, ...template.fillIns.map(({ key }) => `form.${key}`)];
  const known = names.join('、');
  const tell = (path: string, text: string | undefined, fillable: readonly string[]): void => {
    if (text === undefined || !/\{\{|\}\}/.test(text)) return;
    for (const name of placesOf(text))
      if (!fillable.includes(name)) report('template.place', path, { ...nearTo(name, fillable), known });
    const rest = /\{\{.{0,20}|.{0,20}\}\}/.exec(withoutPlaces(text));
    if (rest !== null) report('template.place', path, { name: rest[0], known });
  };
  for (const [path, text] of formTexts(template)) tell(path, text, names);
  // The gallery shows these before anything is filled in.
  tell('summary', template.summary, []);
  tell('audience', template.audience, []);
}

/** A mail text lies in the template's own folder: a name that climbs out would take along any file of the machine. */
export function checkMailNames(template: Template, _catalogue: Catalogue, report: Report): void {
  for (const [purpose, name] of Object.entries(template.mails)) {
    if (!/^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*\.txt$/.test(name))
      report('template.mail-name', `mails.${purpose}`, { name });
  }
}
