/** Full-width forms (！ to ～) as their plain counterparts; the length stays the same. */
export function fold(text: string): string {
  if (!fullWidth.test(text)) return text;
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    folded += code >= 0xff01 && code <= 0xff5e ? String.fromCharCode(code - 0xfee0) : text[i];
  }
  return folded;
}

const fullWidth = /[\uFF01-\uFF5E]/;
