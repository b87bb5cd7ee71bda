import { copyFileSync, existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Attachment } from '../../domain/shared/values.ts';
import { hashOf, placeOf } from './attachments.ts';

/** The files that what a fact says refers to, wherever in it. */
export const filesIn = (said: unknown): readonly Attachment[] => {
  if (typeof said !== 'object' || said === null) return [];
  const file = 'sha256' in said ? Attachment.safeParse(said) : undefined;
  return file?.success ? [file.data] : Object.values(said).flatMap(filesIn);
};

const findingOf = async (folder: string, sha256: string): Promise<string | undefined> => {
  const place = placeOf(folder, sha256);
  if (!existsSync(place)) return 'is not there';
  return (await hashOf(place)) === sha256 ? undefined : 'is damaged';
};

/** Remembers which files facts refer to, and says of each that is missing or damaged who refers to it. */
export const fileChecker = (folder: string, findings: string[]) => {
  const referred = new Map<string, string>();
  const sees = (stream: string, said: unknown): void => {
    for (const { sha256, name } of filesIn(said)) referred.set(sha256, `${name} of ${stream}`);
  };
  const checkAll = async (): Promise<void> => {
    for (const [sha256, whose] of referred) {
      const finding = await findingOf(folder, sha256);
      if (finding) findings.push(`attachment ${sha256} (${whose}) ${finding}`);
    }
  };
  return { sees, checkAll };
};

const isCopied = (from: string, to: string): boolean =>
  existsSync(to) && statSync(from).size === statSync(to).size;

/** Copies every kept file that is not whole in the other folder yet; how many. What is coming in is left out. */
export const copyAttachments = (from: string, to: string): number => {
  if (!existsSync(from)) return 0;
  const places = readdirSync(from)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((part) => readdirSync(join(from, part)).map((rest) => join(part, rest)))
    .filter((place) => !isCopied(join(from, place), join(to, place)));
  for (const place of places) {
    mkdirSync(dirname(join(to, place)), { recursive: true });
    copyFileSync(join(from, place), join(to, place));
  }
  return places.length;
};
