/** Those of several kinds of node that go by one word. */
export type Kind<T, K> = T extends { readonly is: infer I } ? (K extends I ? T : never) : never;
