/** Commands to copy: the page itself changes nothing. */
import { h, type VNode } from '../../sidebar/dom/h.ts';
import { div, li, p, ul } from '../../sidebar/dom/tags.ts';
import { button } from '../../sidebar/parts/button.ts';
import { section } from '../../sidebar/parts/page.ts';
import type { CommandView } from '../../view/console-protocol.ts';
import { type Actions, commandsId } from '../actions/index.ts';
import type { State } from '../state.ts';

export function commandLine(state: State, { command, label }: CommandView, actions: Actions): VNode {
  return div(
    'command',
    h('code', { class: 'command-text' }, command),
    button(state, {
      label: '写す',
      spoken: `写す：${label}`,
      icon: 'copy',
      look: 'quiet',
      onPress: () => void actions.copy(command),
    }),
  );
}

const title = '変えるときは、命令で';

export function commandList(state: State, commands: readonly CommandView[], actions: Actions): VNode {
  return section(
    'card',
    title,
    h('h2', { id: commandsId, tabindex: -1 }, title),
    p(
      'lead',
      'この画面は見るだけです。命令を写し、会議所キットのフォルダーで実行してください。',
      h('code', {}, '--apply'),
      ' を外すと、何が起きるかを先に見られます。',
    ),
    ul(
      'commands',
      commands.map((one) =>
        li(
          '',
          p('strong', one.label),
          commandLine(state, one, actions),
          one.hint !== '' && p('hint', one.hint),
        ),
      ),
    ),
  );
}
