import type { Locator, Page } from 'playwright-core';
import type { KeyOf, Sentence, Table, Values, Words } from '../../src/web/words/table.ts';
import { form } from '../../src/web/words/form.ts';
import { shared } from '../../src/web/words/shared.ts';
import { goTo, picture, type Browsing, type Language, type Look } from './browser.ts';
import { called, choose, typeInto, type Shape } from './typing.ts';

export { choose, file, pickDay } from './typing.ts';

type Tables = Readonly<Record<string, Readonly<Record<string, Sentence>>>>;
type Terms = {
  readonly commands: Tables;
  readonly facts: Tables;
  readonly phases: Tables;
  readonly values: Readonly<Record<string, Sentence>>;
};
type Body = Readonly<Record<string, unknown>>;

const NOUNS = {
  enterprise: ['enterprises', '/enterprises'],
  bargainingCase: ['bargaining-cases', '/bargaining'],
  contract: ['contracts', '/contracts'],
  dispute: ['disputes', '/disputes'],
  consultation: ['consultations', '/consultation'],
} as const;
type Category = keyof typeof NOUNS;

const kebab = (name: string): string => name.replace(/(?<=[a-z0-9])(?=[A-Z])/g, '-').toLowerCase();
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Says a word of the pages in a language, as they do. */
export const saying =
  (language: Language) =>
  <T extends Table>({ table }: Words<T>, key: KeyOf<T>, values: Values = {}): string => {
    const counted = `${key}_${values['count'] === 1 ? 'one' : 'other'}`;
    const sentence = table[key] ?? table[counted];
    if (!sentence) throw new Error(`There is no word ${key}.`);
    return sentence[language].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name]));
  };

/** Loses the first answer to a command: the server has recorded it, and nobody hears of it. Tells the keys it came under. */
export const losing = async (page: Page, command: string): Promise<readonly string[]> => {
  const keys: string[] = [];
  const isSent = ({ pathname, search }: URL) => pathname === `/api/v1/${command}` && search === '';
  await page.route(isSent, async (route) => {
    keys.push(route.request().headers()['idempotency-key'] ?? '');
    if (keys.length > 1) return route.continue();
    await route.fetch();
    return route.abort('connectionreset');
  });
  return keys;
};

/** What a form has against what is typed. */
const complaints = async (where: Locator): Promise<string> =>
  (await where.locator('.verdict, .field-error, [role=alert]').allTextContents()).join(' · ');

/** A person at a browser window of their own, who speaks one language: plays commands as the API takes them. */
export const playing = async (on: Browsing, look: Look & { language: Language }) => {
  const { language } = look;
  const { page, wrong } = await on.open(look);
  const terms = await on.get<Terms>('/words');
  const say = saying(language);
  const term = (kind: 'commands' | 'facts' | 'phases', category: Category, type: string): string =>
    capital(terms[kind][category]?.[type]?.[language] ?? type);
  const dialog = page.getByRole('dialog');
  const button = (name: string, where: Page | Locator = page): Locator =>
    where.getByRole('button', { name: called(name) });
  const command = (category: Category, type: string) => term('commands', category, type);

  /** Presses the button of a command: beside what it is about, else among what can happen now. */
  const take = async (category: Category, type: string, about?: string): Promise<void> => {
    const name = command(category, type);
    const asked = about === undefined ? name : `${name} ${about}`;
    const where = about === undefined ? page.locator('main aside') : page.locator('main');
    await button(asked, where).click();
    await button(say(form, 'send'), dialog).waitFor();
  };
  const shapeOf = (category: Category, type: string) =>
    on.get<Shape>(`/schemas/${NOUNS[category][0]}/${kebab(type)}`, language);
  /** Types a command's body into its open form, field by field. */
  const fill = async (category: Category, type: string, body: Body): Promise<void> => {
    const add = (what: string) => say(form, 'add', { what });
    await typeInto({ page, form: dialog, add }, 'f', await shapeOf(category, type), body);
  };
  /** Sends the open form and waits until it is recorded. */
  const send = async (): Promise<void> => {
    await button(say(form, 'send'), dialog).click();
    await dialog.waitFor({ state: 'hidden' }).catch(async (error: unknown) => {
      throw new Error(`Not recorded: ${await complaints(dialog)}`, { cause: error });
    });
  };
  return {
    page,
    wrong,
    language,
    /** Who acts. */
    by: look.by ?? 'local',
    say,
    command,
    fact: (category: Category, type: string) => term('facts', category, type),
    phase: (category: Category, name: string) => term('phases', category, name),
    /** What a coded value is called: `value('unit', 'fen')`. */
    value: (field: string, code: string): string =>
      capital(terms.values[`${field}:${code}`]?.[language] ?? code),
    /** What the fields of a command are called. */
    labels: async (category: Category, type: string): Promise<Record<string, string>> =>
      Object.fromEntries(
        Object.entries((await shapeOf(category, type)).properties ?? {}).map(([name, part]) => [
          name,
          part.title ?? name,
        ]),
      ),
    dialog,
    button,
    take,
    fill,
    send,
    /** Moves the window's clock; the server's is moved by whoever plays the day. */
    itIs: (now: string): Promise<void> => page.context().clock.setFixedTime(now),
    /** The page of a thing, or one of its tabs. */
    open: (category: Category, id: string, tab = ''): Promise<void> =>
      goTo(page, `${NOUNS[category][1]}/${id}${tab === '' ? '' : `?tab=${tab}`}`),
    /** Plays a command from its button to the record. */
    record: async (category: Category, type: string, body: Body, about?: string): Promise<void> => {
      await take(category, type, about);
      await fill(category, type, body);
      await send();
    },
    /** Corrects a fact from the menu of corrections: it takes over what was said, and the rest is typed. */
    correct: async (category: Category, type: string, fact: string, body: Body): Promise<void> => {
      await button(say(shared, 'moreActions'), page.locator('main aside')).click();
      await page.getByRole('menuitem', { name: command(category, type) }).click();
      const corrects = dialog.locator('#f_corrects');
      await choose(corrects, new RegExp(`^${term('facts', category, fact)} · `));
      await fill(category, type, body);
      await send();
    },
    /** Waits until the form says that it may not be, and why. */
    refused: (why: string | RegExp): Promise<void> =>
      dialog
        .locator('.verdict')
        .filter({ hasText: say(form, 'refused') })
        .filter({ hasText: why })
        .first()
        .waitFor()
        .catch(async (error: unknown) => {
          throw new Error(`Not refused so: ${await complaints(dialog)}`, { cause: error });
        }),
    /** Shuts the form; what was typed stays a draft. */
    shut: async (): Promise<void> => {
      await dialog.locator('.ant-drawer-close').click();
      await dialog.waitFor({ state: 'hidden' });
    },
    picture: (name: string) => picture(page, `${name}-${language}`),
    leave: () => page.context().close(),
  };
};
export type Player = Awaited<ReturnType<typeof playing>>;
