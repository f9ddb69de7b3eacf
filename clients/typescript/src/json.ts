/*
 * JSON whose exact numbers stay exact. JSON.parse makes every number a double and says nothing of the text it was, so
 * the reader is our own: it keeps the numbers under some names as text. It reads what JSON.parse would, and no more.
 */

type Value = null | boolean | number | string | Value[] | { [name: string]: Value };

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const STRING = /"(?:[^"\\\u0000-\u001f]|\\.)*"/y;
const BLANK = /[ \t\n\r]*/y;
const WORDS: ReadonlyArray<readonly [string, Value]> = [['true', true], ['false', false], ['null', null]];

/** @param exact the names of those numbers that become text */
export function read(text: string, exact: ReadonlySet<string>): Value {
  let at = 0;

  function fail(): never {
    throw new SyntaxError(`no JSON at ${at}`);
  }

  function match(pattern: RegExp): string | undefined {
    pattern.lastIndex = at;
    const found = pattern.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  }

  function takes(mark: string): boolean {
    match(BLANK);
    const isThere = text.startsWith(mark, at);
    at += isThere ? mark.length : 0;
    return isThere;
  }

  function needs(mark: string): void {
    if (!takes(mark)) {
      fail();
    }
  }

  function string(): string {
    match(BLANK);
    return JSON.parse(match(STRING) ?? fail()) as string;
  }

  function object(): Value {
    const members: { [name: string]: Value } = {};
    if (takes('}')) {
      return members;
    }
    do {
      const name = string();
      needs(':');
      // A member of this name would change what the object is.
      const member = value(exact.has(name));
      if (name !== '__proto__') {
        members[name] = member;
      }
    } while (takes(','));
    needs('}');
    return members;
  }

  function array(): Value {
    const items: Value[] = [];
    if (takes(']')) {
      return items;
    }
    do {
      items.push(value(false));
    } while (takes(','));
    needs(']');
    return items;
  }

  function value(isExact: boolean): Value {
    if (takes('{')) {
      return object();
    }
    if (takes('[')) {
      return array();
    }
    if (text[at] === '"') {
      return string();
    }
    for (const [word, meant] of WORDS) {
      if (takes(word)) {
        return meant;
      }
    }
    const number = match(NUMBER) ?? fail();
    return isExact ? number : Number(number);
  }

  const whole = value(false);
  match(BLANK);
  return at === text.length ? whole : fail();
}

/** @param exact the names of those members whose text becomes a number */
export function write(body: object, exact: ReadonlySet<string>): string {
  const members = Object.entries(body)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${JSON.stringify(name)}:${exact.has(name) ? digits(name, value) : JSON.stringify(value)}`);
  return `{${members.join(',')}}`;
}

function digits(name: string, value: unknown): string {
  const text = String(value);
  if (!/^-?\d+(\.\d+)?$/.test(text)) {
    throw new TypeError(`${name} is no number such as '94221.52': ${text}`);
  }
  return text.replace(/^(-?)0+(?=\d)/, '$1');
}
