/**
 * The address of a file that ships with the package, seen from one of its modules: the sources lie under `src`,
 * the built modules under `dist/src`, and what ships beside them (such as `strategies/`) under the root of both.
 *
 * @param module the `import.meta.url` of the module that asks
 * @param path relative to the root; a folder ends with `/`
 */
export function shipped(module: string, path: string): URL {
  const source = module.lastIndexOf("/src/");
  const above = module.slice(0, source);
  const root = above.endsWith("/dist") ? above.slice(0, -"/dist".length) : above;
  return new URL(path, `${root}/`);
}
