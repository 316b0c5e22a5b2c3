/** `npm start`: builds the add-on, opens the workspace (seeding the model chamber when it is empty) and serves the desk. */
import { readOptions } from './start/options.ts';
import { serve, usualFolder } from './start/serve.ts';

async function main(): Promise<number> {
  const read = readOptions(process.argv.slice(2), process.env);
  if (!read.ok) {
    console.error(read.message);
    return 2;
  }
  const { folder, ...rest } = read.options;
  const serving = await serve({ folder: folder ?? usualFolder, ...rest });
  console.log(
    `会議所キットの練習用ワークスペースを開きました: ${serving.address}（終了は Ctrl+C、最初からやり直すには npm start -- --reset）`,
  );
  const stop = (): void => void serving.close().then(() => process.exit(0));
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return 0;
}

const status = await main();
if (status !== 0) process.exitCode = status;
