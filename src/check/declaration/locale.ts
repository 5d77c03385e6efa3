/** Language, script, region and variants, as BCP 47 forms them; extensions and private use are not needed for texts. */
const form = /^[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*$/i;

/** A language tag as BCP 47 spells it (`zh-cn` is `zh-CN`), or `null` if it is not formed like one. */
export function localeOf(text: string): string | null {
  if (!form.test(text)) return null;
  return text
    .split("-")
    .map((part, place) => (place === 0 ? part.toLowerCase() : spelled(part)))
    .join("-");
}

function spelled(part: string): string {
  if (part.length === 2) return part.toUpperCase();
  if (/^[a-z]{4}$/i.test(part)) return `${part.slice(0, 1).toUpperCase()}${part.slice(1).toLowerCase()}`;
  return part.toLowerCase();
}
