/** ファイルを置く: sends the chosen file as it is, then opens its page. */

const limit = 50 * 1024 * 1024;

for (const box of document.querySelectorAll<HTMLElement>('[data-upload]')) {
  const input = box.querySelector<HTMLInputElement>('[data-upload-file]');
  const said = box.querySelector<HTMLElement>('[data-upload-said]');
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void place(file, box.dataset.upload ?? '', (text) => said?.replaceChildren(text));
    input.value = '';
  });
}

async function place(file: File, folder: string, say: (text: string) => void): Promise<void> {
  if (file.size > limit) {
    say(`「${file.name}」は 50 MB より大きいため、置けません。`);
    return;
  }
  say(`「${file.name}」を置いています…`);
  try {
    const reply = await fetch(`/drive/files?${new URLSearchParams({ name: file.name, folder })}`, {
      method: 'POST',
      headers: { 'content-type': 'application/octet-stream', accept: 'application/json' },
      body: file,
    });
    const answer = (await reply.json()) as { location?: string; message?: string };
    if (answer.location) location.assign(answer.location);
    else say(answer.message ?? '置けませんでした。もう一度お試しください。');
  } catch {
    say('置けませんでした。ファイルはそのまま残っています。もう一度お試しください。');
  }
}
