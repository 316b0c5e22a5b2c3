/** What the pages of the web face work with: the running workspace, who sits at the screen, and what the product says. */
import type { ScriptRuntime } from '../api.ts';
import type { WorkspaceState } from '../workspace/model.ts';
import type { Markup } from './core/html.ts';

/** A part one can play. Someone without an address (a business) uses only public pages. */
export interface Person {
  readonly id: string;
  /** 事業者, 職員, … */
  readonly roleLabel: string;
  readonly name: string;
  readonly email: string;
}

/** One numbered step of the desk. */
export interface DeskStep {
  readonly title: string;
  readonly text: string;
  /** Who does it: id of a person. */
  readonly person: string;
  readonly button: string;
  /** Local address the button leads to; '' while the step is not possible yet. */
  readonly href: string;
  readonly done: boolean;
  /** What is known about it now, 「未確認 3件」; '' for nothing. */
  readonly status: string;
}

/** Words and order of the product that is shown; the workspace itself knows none of it. */
export interface Product {
  readonly name: string;
  readonly place: string;
  readonly welcome: string;
  readonly people: readonly Person[];
  steps(state: WorkspaceState): readonly DeskStep[];
  /** Where to go afterwards: further walks, each with its own steps. */
  readonly further: readonly Walk[];
}

/** A walk through a part of the product, below the first. */
export interface Walk {
  readonly title: string;
  readonly text: string;
  steps(state: WorkspaceState): readonly DeskStep[];
}

export interface Face {
  readonly runtime: ScriptRuntime;
  readonly product: Product;
}

export interface Asked {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Body of a form POST; empty for others. */
  readonly fields: URLSearchParams;
  /** Body of a JSON POST; undefined for others. */
  readonly json: unknown;
  /** Body of a POST of `application/octet-stream`; null for others. */
  readonly bytes: Uint8Array | null;
  readonly wantsJson: boolean;
  readonly person: Person;
}

export interface Answered {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

export type Handler = (face: Face, asked: Asked) => Answered;

/** The account that works in files: the person at the screen, or the first one who has an account. */
export function accountOf(face: Face, person: Person): string {
  if (person.email !== '') return person.email;
  const staff = face.product.people.find((one) => one.email !== '');
  return staff?.email ?? Object.keys(face.runtime.workspace.state.users)[0] ?? '';
}

export interface PageParts {
  readonly title: string;
  readonly body: Markup;
  /** Client script by name, without extension. */
  readonly script?: string;
  /** Address of a style sheet of the page's own. */
  readonly stylesheet?: string;
  /** `bare` for public pages without the workspace's own bar. */
  readonly kind?: 'desk' | 'wide' | 'bare';
}
