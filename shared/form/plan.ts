/** A form to be made, as data: what `services/forms` carries out and what the answer page shows. */
import type { Validation } from '../template/template.ts';

export interface PlannedOption {
  readonly code: string;
  readonly label: string;
  /** Key of the section to go to, `submit`, or absent. */
  readonly goTo?: string;
}

export interface PlannedItem {
  readonly key: string;
  readonly type:
    | 'short'
    | 'paragraph'
    | 'choice'
    | 'checkbox'
    | 'list'
    | 'scale'
    | 'date'
    | 'time'
    | 'description';
  readonly title: string;
  readonly help: string;
  readonly required: boolean;
  readonly options: readonly PlannedOption[];
  readonly other: boolean;
  readonly validation?: Validation;
  readonly scale?: {
    readonly low: number;
    readonly high: number;
    readonly lowLabel: string;
    readonly highLabel: string;
  };
}

export interface PlannedSection {
  readonly key: string;
  readonly title: string;
  readonly help: string;
  /** Key of the following section or `submit`; absent: the next in order. */
  readonly next?: string;
  readonly items: readonly PlannedItem[];
}

/** The whole form; the first section is the form's first page and needs no page break. */
export interface FormPlan {
  readonly templateId: string;
  readonly templateVersion: string;
  readonly title: string;
  readonly description: string;
  readonly settings: {
    readonly collectEmail: boolean;
    readonly progressBar: boolean;
    readonly limitOneResponse: boolean;
    readonly allowEdit: boolean;
    readonly confirmation: string;
    readonly closedMessage: string;
  };
  readonly sections: readonly PlannedSection[];
}
