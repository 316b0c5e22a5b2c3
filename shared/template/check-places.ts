/** Finds `{{…}}` places of a form's texts that nobody will fill, and mail texts outside the template's folder. */
import { placesOf, withoutPlaces } from './mail.ts';
import { chamberPlaceNames } from './mail-places.ts';
import type { Template } from './template.ts';

type Report = (code: string, path: string, params?: Readonly<Record<string, string | number>>) => void;

/** Texts that a form shows, with their places in the document. */
function formTexts(template: Template): readonly (readonly [path: string, text: string | undefined])[] {
  const { settings, sections } = template;
  return [
    ['title', template.title],
    ['description', template.description],
    ['settings.confirmation', settings.confirmation],
    ['settings.closedMessage', settings.closedMessage],
    ...sections.flatMap((section, s): [string, string | undefined][] => [
      [`sections.${s}.title`, section.title],
      [`sections.${s}.help`, section.help],
      ...section.items.flatMap((item, i): [string, string | undefined][] => {
        const path = `sections.${s}.items.${i}`;
        return [
          [`${path}.title`, item.title],
          [`${path}.help`, item.help],
          [`${path}.validation.message`, item.validation?.message],
          ...(item.options ?? []).map((option, o): [string, string] => [
            `${path}.options.${o}.label`,
            option.label,
          ]),
        ];
      }),
    ]),
  ];
}

/** Reports `template.place` for each place that no chamber has, and for braces that are no place. */
export function checkPlaces(template: Template, report: Report): void {
  const known = chamberPlaceNames.join('、');
  for (const [path, text] of formTexts(template)) {
    if (text === undefined || !/\{\{|\}\}/.test(text)) continue;
    const strange = placesOf(text).filter((name) => !chamberPlaceNames.includes(name));
    for (const name of strange) report('template.place', path, { name, known });
    const rest = /\{\{.{0,20}|.{0,20}\}\}/.exec(withoutPlaces(text));
    if (rest !== null) report('template.place', path, { name: rest[0], known });
  }
}

/** A mail text lies in the template's own folder: a name that climbs out would take along any file of the machine. */
export function checkMailNames(template: Template, report: Report): void {
  for (const [purpose, name] of Object.entries(template.mails)) {
    if (!/^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*\.txt$/.test(name))
      report('template.mail-name', `mails.${purpose}`, { name });
  }
}
