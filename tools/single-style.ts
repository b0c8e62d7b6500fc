import { build, type Plugin } from 'esbuild'

/** Leaves the styles of the pages out that the file has not: of the explorer and of SQL. */
const withoutAsking: Plugin = {
  name: 'without-asking',
  setup: ({ onLoad }) => onLoad({ filter: /[\\/]styles[\\/](?:explore|sql)\.css$/ }, () => ({ contents: '', loader: 'css' })),
}

/** The style of the site for a single file, whose ids begin with the key of a page. */
export async function singleStyle(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ['src/style.css'],
    bundle: true,
    minify: true,
    write: false,
    target: 'chrome110',
    logLevel: 'error',
    plugins: [withoutAsking],
  })
  const css = outputFiles.map(({ text }) => text).join('')
  return css.replace(/[^{}]+\{/g, (selector) => selector.replace(/#([\w-]+)/g, ':is([id$="--$1"],#_)'))
}
