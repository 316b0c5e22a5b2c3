/** Choices and where they lead (https://developers.google.com/apps-script/reference/forms/choice). */
import type { FormChoice, Navigation } from '../../workspace/model.ts';
import { EnumValue } from './enums.ts';
import { Face, refusal } from './face.ts';
import { NAVIGATION_TYPES } from './form-enums.ts';
import { Item, itemTable } from './form-items.ts';

export class Choice extends Face {
  readonly choice_: FormChoice;
  private readonly formId: string;

  constructor(formId: string, choice: FormChoice) {
    super();
    this.formId = formId;
    this.choice_ = choice;
  }

  className_(): string {
    return 'Choice';
  }

  getValue(): string {
    return this.choice_.value;
  }

  getPageNavigationType(): unknown {
    return navigationType(this.choice_.navigation);
  }

  getGotoPage(): Item | null {
    const { navigation } = this.choice_;
    return navigation?.kind === 'page' ? itemTable(this.formId).face(navigation.itemId) : null;
  }
}

export function navigationType(navigation: Navigation | undefined): EnumValue | null {
  if (navigation === undefined) return null;
  const names = { page: 'GO_TO_PAGE', continue: 'CONTINUE', restart: 'RESTART', submit: 'SUBMIT' } as const;
  return NAVIGATION_TYPES.of_(names[navigation.kind]);
}

/** A page break or a fixed move, as `createChoice` and `setGoToPage` take them. */
export function toNavigation(target: unknown): Navigation {
  if (target instanceof Item && target.state_().type === 'PAGE_BREAK')
    return { kind: 'page', itemId: target.id_ };
  const kinds: Record<string, Navigation> = {
    CONTINUE: { kind: 'continue' },
    RESTART: { kind: 'restart' },
    SUBMIT: { kind: 'submit' },
  };
  const found = target instanceof EnumValue ? kinds[target.text_] : undefined;
  if (found === undefined) throw refusal('Invalid argument: navigation');
  return found;
}
