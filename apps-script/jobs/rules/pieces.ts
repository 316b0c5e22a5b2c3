/** Texts of all sources in few files, so that opening the look-up takes few calls. */
import type { Made } from './make.ts';
import type { RuleFiles } from './port.ts';
import { piecePrefix } from './read-stock.ts';
import { type Piece, readPiece, type StoredBundle } from './stored.ts';

/** Characters of a piece: one answer of the server carries it, and one file holds it. */
const size = 800_000;

type Texts = Piece['texts'];

function parted(made: Made): readonly Texts[] {
  const pieces: Texts[] = [];
  let room = 0;
  for (const { title, file, text } of made.sources) {
    const last = pieces[pieces.length - 1];
    if (last !== undefined && text.length <= room) {
      last.push({ title, file, text });
      room -= text.length;
    } else {
      pieces.push([{ title, file, text }]);
      room = size - text.length;
    }
  }
  return pieces;
}

/** Pieces that an earlier run of the same build left are used as they are: their name says what they hold. */
export function writePieces(
  files: RuleFiles,
  keepId: string,
  kept: Map<string, string>,
  made: Made,
  key: string,
): StoredBundle['pieces'] {
  return parted(made).map((texts, at) => {
    const name = `${piecePrefix}${key.slice(0, 16)} ${at + 1}.json`;
    const piece: Piece = { version: 1, texts };
    const id = kept.get(name) ?? files.create(keepId, name, JSON.stringify(piece));
    kept.set(name, id);
    return { id, files: texts.length };
  });
}

/** Texts of a bundle; what cannot be opened any more is left out. */
export function readPieces(files: RuleFiles, bundle: StoredBundle): Texts {
  return bundle.pieces.flatMap(({ id }) => readPiece(files.text(id))?.texts ?? []);
}
