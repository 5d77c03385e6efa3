export const long: readonly [string, ...string[]] = [
  "重要价值".repeat(30),
  "x".repeat(300),
  "W".repeat(40),
  "many words ".repeat(20),
];

/** Names that try to be markup, script, a format or an entity, that hide or turn text, or that are very long. */
export const hostile: readonly [string, ...string[]] = [
  `</title></style><script>alert("x")</script>`,
  `"><img src=x onerror=alert(1)>`,
  `' onload='alert(1)`,
  "</svg></text>]]><b>bold</b>",
  "&lt;b&gt; &amp; {a|b} {b} ${1+1} %s",
  "left\u202eright\u0000\u2066\n\tend",
  "__proto__",
  ...long,
];
