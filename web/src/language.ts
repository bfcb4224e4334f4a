// The language of the page: Chinese, unless the user asks for English.

export type Language = "zh" | "en";

let current: Language = "zh";
const followers: ((language: Language) => void)[] = [];

export function language(): Language {
  return current;
}

/** Runs now and whenever the language changes. */
export function inLanguage(apply: (language: Language) => void): void {
  followers.push(apply);
  apply(current);
}

/** Markup with of each `{Chinese|English}` the words of the language. */
export function translated(markup: string): string {
  return markup.replace(/\{([^|{}]*)\|([^|{}]*)\}/g, (_, zh: string, en: string) => (current === "en" ? en : zh));
}

export function setLanguage(language: Language): void {
  current = language;
  for (const apply of followers) apply(language);
}
