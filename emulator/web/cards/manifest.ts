/** The `addOns` part of a manifest (https://developers.google.com/apps-script/manifest/addons). */
import { scopesOf } from '../../apps-script/host/manifest-scopes.ts';

export const hostNames = ['sheets', 'drive', 'gmail', 'calendar'] as const;
export type HostName = (typeof hostNames)[number];

export interface HostPart {
  /** Function of the homepage: the host's own, or the common one; '' when there is none. */
  readonly homepage: string;
  /** Editors: runs after a file was opened to the add-on. */
  readonly onFileScopeGranted: string;
  /** Drive: runs when items are selected. */
  readonly onItemsSelected: string;
  /** Gmail: run when a message is opened. */
  readonly contextual: readonly string[];
}
export interface UniversalAction {
  readonly label: string;
  readonly runFunction: string;
  readonly openLink: string;
}
export interface Addon {
  readonly name: string;
  readonly primaryColor: string;
  readonly hosts: Readonly<Partial<Record<HostName, HostPart>>>;
  readonly universalActions: readonly UniversalAction[];
  /** Null when the manifest names none. */
  readonly openLinkUrlPrefixes: readonly string[] | null;
  /** Whether events carry the user's language and time zone. */
  readonly locale: boolean;
  /** Whether files may be opened to the add-on one by one. */
  readonly fileScope: boolean;
}

type Part = Readonly<Record<string, unknown>>;
const partOf = (value: unknown): Part => (typeof value === 'object' && value !== null ? { ...value } : {});
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

function triggerOf(value: unknown): string {
  const { runFunction, enabled } = partOf(value);
  return enabled === false ? '' : textOf(runFunction);
}

function hostOf(part: Part, common: Part): HostPart {
  const own = part.homepageTrigger;
  return {
    homepage: triggerOf(own === undefined ? common.homepageTrigger : own),
    onFileScopeGranted: triggerOf(part.onFileScopeGrantedTrigger),
    onItemsSelected: triggerOf(part.onItemsSelectedTrigger),
    contextual: listOf(part.contextualTriggers)
      .map((trigger) => textOf(partOf(trigger).onTriggerFunction))
      .filter((name) => name !== ''),
  };
}

/** The add-on that a manifest declares, or null. A host that the manifest does not name does not have it. */
export function addonOf(manifest: unknown): Addon | null {
  const { addOns } = partOf(manifest);
  if (addOns === undefined) return null;
  const parts = partOf(addOns);
  const common = partOf(parts.common);
  const scopes = scopesOf(manifest) ?? [];
  const hosts = hostNames.flatMap((name) =>
    parts[name] === undefined ? [] : [[name, hostOf(partOf(parts[name]), common)] as const],
  );
  const prefixes = common.openLinkUrlPrefixes;
  return {
    name: textOf(common.name) || 'アドオン',
    primaryColor: textOf(partOf(common.layoutProperties).primaryColor),
    hosts: Object.fromEntries(hosts),
    universalActions: listOf(common.universalActions).map((action) => {
      const { label, runFunction, openLink } = partOf(action);
      return { label: textOf(label), runFunction: textOf(runFunction), openLink: textOf(openLink) };
    }),
    openLinkUrlPrefixes: Array.isArray(prefixes) ? prefixes.map(String) : null,
    locale:
      common.useLocaleFromApp === true && scopes.includes('https://www.googleapis.com/auth/script.locale'),
    fileScope: scopes.includes('https://www.googleapis.com/auth/drive.file'),
  };
}
