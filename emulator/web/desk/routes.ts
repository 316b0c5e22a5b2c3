/** The desk: three numbered steps, the chamber's Drive, mail, and for the curious what ran behind it. */
import type { ExecutionRecord, WorkspaceState } from '../../workspace/model.ts';
import { html, type Markup } from '../core/html.ts';
import { redirect, respondPage } from '../core/respond.ts';
import { clockText, dateTime } from '../core/time.ts';
import { fileIcon, kindOf, treeOf } from '../drive/files.ts';
import { uploadButton } from '../drive/upload.ts';
import type { DeskStep, Face, Handler } from '../face.ts';
import { sortedBoxes } from '../mail/routes.ts';

function stepCard(face: Face, step: DeskStep, index: number, next: boolean): Markup {
  const person = face.product.people.find((one) => one.id === step.person);
  const state = step.done ? 'done' : next ? 'next' : 'later';
  const label = step.done ? '済み' : next ? (index === 0 ? 'ここから' : '次はここ') : '';
  const mark = step.done
    ? html`<svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true"><path d="M4.5 10.5l3.7 3.7 7.3-8"/></svg>`
    : html`${index + 1}`;
  return html`<li class="step step--${state}"><div class="step__top"><span class="step__number">${mark}</span>${
    label === '' ? '' : html`<span class="step__state">${label}</span>`
  }</div><h2 class="step__title"><span class="visually-hidden">手順${index + 1} </span>${step.title}</h2><p class="step__who"><span class="who__role who__role--${step.person}">${person?.roleLabel ?? ''}</span>${
    person?.name ?? ''
  }として</p><p class="step__text">${step.text}</p>${step.status === '' ? '' : html`<p class="step__status">${step.status}</p>`}<form
  class="step__form" method="post" action="/person"><input type="hidden" name="id" value="${step.person}"><input type="hidden" name="to" value="${
    step.href
  }"><button class="button ${next ? 'button--main' : 'button--quiet'}"${step.href === '' ? html` disabled` : ''}>${step.button}</button></form></li>`;
}

/** @param led whether the visitor is led on from here: of several walks only one says where to begin */
function steps(face: Face, list: readonly DeskStep[], name: string, led: boolean): Markup {
  const next = led ? list.findIndex((step) => !step.done) : -1;
  return html`<ol class="steps steps--${list.length}" data-live="${name}">${list.map((step, index) => stepCard(face, step, index, index === next))}</ol>`;
}

/** The first walk, and those that one can go on with. */
function walks(face: Face): Markup {
  const { product, runtime } = face;
  const { state } = runtime.workspace;
  const first = product.steps(state);
  let led = first.every((step) => step.done);
  return html`${steps(face, first, 'steps', true)}${product.further.map((walk, index) => {
    const list = walk.steps(state);
    const isNext = led && list.some((step) => !step.done);
    if (isNext) led = false;
    return html`<section class="walk"><h2 class="walk__title">${walk.title}</h2><p class="walk__text">${walk.text}</p>${steps(
      face,
      list,
      `walk-${index + 1}`,
      isNext,
    )}</section>`;
  })}`;
}

function drive(state: WorkspaceState): Markup {
  const lines = treeOf(state);
  return html`<section class="panel"><div class="panel__head"><h2 class="panel__title">ドライブ</h2>${uploadButton('')}</div><div data-live="drive">${
    lines.length === 0
      ? html`<p class="empty">まだファイルはありません。</p>`
      : html`<table class="table table--files"><thead><tr><th scope="col">名前</th><th scope="col">オーナー</th><th scope="col">更新</th></tr></thead><tbody>${lines.map(
          ({ file, depth }) =>
            html`<tr><td class="depth-${Math.min(depth, 3)}"><a class="files__name" href="${kindOf(file).open(file)}">${fileIcon(file)}<span>${
              file.name
            }</span></a></td><td class="quiet">${state.users[file.owner]?.name ?? file.owner}</td><td class="quiet number">${dateTime(
              file.updatedAt,
            )}</td></tr>`,
        )}</tbody></table>`
  }</div></section>`;
}

function mailSummary(face: Face): Markup {
  const boxes = sortedBoxes(face)
    .filter((box) => box.total > 0)
    .sort((a, b) => b.last - a.last)
    .slice(0, 5);
  return html`<section class="panel"><h2 class="panel__title">メール</h2><div data-live="mail">${
    boxes.length === 0
      ? html`<p class="empty">まだメールはありません。外には送られず、ここに届きます。</p>`
      : html`<ul class="boxes-short">${boxes.map(
          (box) =>
            html`<li><a href="/mail?box=${encodeURIComponent(box.address)}"><span class="boxes-short__name">${box.owner || box.address}</span><span class="quiet">${box.total}通</span>${
              box.unread > 0 ? html`<span class="count">${box.unread}</span>` : ''
            }</a></li>`,
        )}</ul>`
  }<p><a class="link" href="/mail">すべての受信箱</a></p></div></section>`;
}

const statusLabels: Readonly<Record<ExecutionRecord['status'], string>> = {
  completed: '完了',
  failed: '失敗',
  'timed-out': '時間切れ',
};
const kindLabels: Readonly<Record<ExecutionRecord['kind'], string>> = {
  menu: 'メニュー',
  rpc: 'サイドバー',
  trigger: 'トリガー',
  card: 'カード',
  manual: '手動',
  web: 'ウェブアプリ',
};

function behind(state: WorkspaceState): Markup {
  const runs = [...state.executions].slice(-40).reverse();
  return html`<details class="panel panel--fold"><summary class="panel__title">裏側を見る（実行の記録とトリガー）</summary><div data-live="behind"><h3 class="panel__sub">トリガー</h3>${
    state.triggers.length === 0
      ? html`<p class="quiet">設定されていません。</p>`
      : html`<ul class="plain-list">${state.triggers.map(
          (one) =>
            html`<li><code>${one.handler}</code> <span class="quiet">${one.eventType}・${one.owner}${
              one.clock ? html`・次回 ${dateTime(one.clock.nextAt)}` : ''
            }${one.enabled ? '' : '・停止中'}</span></li>`,
        )}</ul>`
  }<h3 class="panel__sub">実行の記録</h3><div class="table-frame" role="region" tabindex="0" aria-label="実行の記録"><table class="table table--runs"><thead><tr><th scope="col">日時</th><th scope="col">関数</th><th scope="col">起点</th><th scope="col">時間</th><th scope="col">結果</th></tr></thead><tbody>${runs.map(
    (run) =>
      html`<tr><td class="number">${dateTime(run.at)}</td><td><code>${run.functionName}</code></td><td>${kindLabels[run.kind]}</td><td class="number">${Math.round(
        run.milliseconds,
      ).toLocaleString(
        'ja-JP',
      )} ms</td><td class="run--${run.status}">${statusLabels[run.status]}${run.error === '' ? '' : html`<div class="quiet">${run.error}</div>`}</td></tr>`,
  )}</tbody></table></div></div></details>`;
}

function clock(face: Face): Markup {
  return html`<section class="panel panel--clock"><h2 class="panel__title">時計</h2><p class="clock" data-live="clock">${clockText(
    face.runtime.workspace.now(),
  )}</p><p class="quiet">時刻で動く処理（毎時の取り込みなど）を、待たずに試せます。</p><form class="clock__form" method="post" action="/clock"><button class="button button--small" name="hours" value="1">1時間進める</button><button class="button button--small" name="hours" value="24">1日進める</button></form></section>`;
}

/** The desk's page. */
export const showDesk: Handler = (face, asked) => {
  const { state } = face.runtime.workspace;
  const body = html`<div class="desk"><header class="desk__head"><h1 class="desk__title">${face.product.place}</h1><p class="desk__text">${face.product.welcome}</p></header>${walks(
    face,
  )}<div class="desk__columns"><div class="desk__main">${drive(state)}</div><div class="desk__side">${mailSummary(face)}${clock(face)}</div></div>${behind(state)}</div>`;
  return respondPage(face, asked.person, { title: 'ホーム', body, script: 'upload' });
};

/** Takes the part of another person and goes on. */
export const changePerson: Handler = (face, asked) => {
  const id = asked.fields.get('id') ?? '';
  const person = face.product.people.find((one) => one.id === id) ?? asked.person;
  const to = asked.fields.get('to') || '/';
  return redirect(to, `person=${encodeURIComponent(person.id)}; Path=/; SameSite=Lax; HttpOnly`);
};

const hour = 3_600_000;

/** Moves the workspace's clock and runs what has come due on the way, hour by hour as it would have. */
export const moveClock: Handler = (face, asked) => {
  const hours = Math.min(Math.max(Math.trunc(Number(asked.fields.get('hours'))) || 0, 0), 24 * 7);
  for (let passed = 0; passed < hours; passed += 1) {
    face.runtime.workspace.advance(hour);
    face.runtime.runDueTriggers();
  }
  face.runtime.workspace.touch();
  return redirect('/');
};
